/// The api part of the application.
@NullMarked
package nl.onzedata.app.api;

import org.jspecify.annotations.NullMarked;
