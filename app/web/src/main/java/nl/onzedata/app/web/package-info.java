/// The web part of the application.
@NullMarked
package nl.onzedata.app.web;

import org.jspecify.annotations.NullMarked;
