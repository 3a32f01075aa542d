@NullMarked
package nl.onzedata.adapter.postgres;

import org.jspecify.annotations.NullMarked;
