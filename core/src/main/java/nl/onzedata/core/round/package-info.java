/// The consent round, and what a body made of it.
@NullMarked
package nl.onzedata.core.round;

import org.jspecify.annotations.NullMarked;
