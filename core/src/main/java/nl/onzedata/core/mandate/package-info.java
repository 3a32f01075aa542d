/// The mandate (data-afspraak): what may be done with which data, as data.
@NullMarked
package nl.onzedata.core.mandate;

import org.jspecify.annotations.NullMarked;
