/// What was done: acts, and the log that every other package writes to.
@NullMarked
package nl.onzedata.core.journal;

import org.jspecify.annotations.NullMarked;
