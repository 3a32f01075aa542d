/// The pages of the conversation: voting, statements, what came out, and the two images.
@NullMarked
package nl.onzedata.app.web.talk;

import org.jspecify.annotations.NullMarked;
