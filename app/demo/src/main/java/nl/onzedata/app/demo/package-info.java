/// The demo part of the application.
@NullMarked
package nl.onzedata.app.demo;

import org.jspecify.annotations.NullMarked;
