/// The conversation: statements, votes, and the two images.
@NullMarked
package nl.onzedata.core.deliberation;

import org.jspecify.annotations.NullMarked;
