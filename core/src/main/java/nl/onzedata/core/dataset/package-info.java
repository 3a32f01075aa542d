/// Datasets: what their contracts promise, and their snapshots.
@NullMarked
package nl.onzedata.core.dataset;

import org.jspecify.annotations.NullMarked;
