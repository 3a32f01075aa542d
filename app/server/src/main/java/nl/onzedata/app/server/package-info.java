/// The server part of the application.
@NullMarked
package nl.onzedata.app.server;

import org.jspecify.annotations.NullMarked;
