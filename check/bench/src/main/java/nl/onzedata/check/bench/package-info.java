/// Benchmarks.
@NullMarked
package nl.onzedata.check.bench;

import org.jspecify.annotations.NullMarked;
