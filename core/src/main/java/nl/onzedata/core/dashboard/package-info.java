/// How released figures are laid out to be looked at.
@NullMarked
package nl.onzedata.core.dashboard;

import org.jspecify.annotations.NullMarked;
