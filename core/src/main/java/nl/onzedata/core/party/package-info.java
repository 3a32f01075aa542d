/// Who takes part, and who is missing.
@NullMarked
package nl.onzedata.core.party;

import org.jspecify.annotations.NullMarked;
