/// The warehouse adapter.
@NullMarked
package nl.onzedata.adapter.warehouse;

import org.jspecify.annotations.NullMarked;
