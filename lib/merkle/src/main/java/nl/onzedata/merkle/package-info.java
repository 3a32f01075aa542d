/// Proving that nothing was changed: Merkle logs, checkpoints and proofs on the bare JDK.
@NullMarked
package nl.onzedata.merkle;

import org.jspecify.annotations.NullMarked;
