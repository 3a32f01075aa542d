/// The small face over the linear and integer solver; nothing else sees it.
@NullMarked
package nl.onzedata.optimise;

import org.jspecify.annotations.NullMarked;
