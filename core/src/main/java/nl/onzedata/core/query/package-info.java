/// A query's life: trace, check, run, protect, release.
@NullMarked
package nl.onzedata.core.query;

import org.jspecify.annotations.NullMarked;
