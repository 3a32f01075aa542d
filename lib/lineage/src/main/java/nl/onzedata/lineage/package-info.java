/// Which columns a query uses, and how; and its SQL for an engine.
@NullMarked
package nl.onzedata.lineage;

import org.jspecify.annotations.NullMarked;
