/// The sources adapter.
@NullMarked
package nl.onzedata.adapter.sources;

import org.jspecify.annotations.NullMarked;
