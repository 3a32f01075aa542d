/// Documents that people write (contracts, mandates), read from YAML part by part: each part knows
/// its path and its line, and all that is wrong is told at once.
@NullMarked
package nl.onzedata.core.document;

import org.jspecify.annotations.NullMarked;
