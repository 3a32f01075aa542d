/// The cli part of the application.
@NullMarked
package nl.onzedata.app.cli;

import org.jspecify.annotations.NullMarked;
