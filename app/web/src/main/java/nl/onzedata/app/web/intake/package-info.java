/// Own data: a file is looked at, its contract corrected, and both come in together or not at all.
@NullMarked
package nl.onzedata.app.web.intake;

import org.jspecify.annotations.NullMarked;
