/// The pages on which people decide: consent rounds, the mandate, challenges.
@NullMarked
package nl.onzedata.app.web.round;

import org.jspecify.annotations.NullMarked;
