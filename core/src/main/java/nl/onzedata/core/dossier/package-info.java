/// One project as a whole: its state, its commands, and who may do what.
@NullMarked
package nl.onzedata.core.dossier;

import org.jspecify.annotations.NullMarked;
