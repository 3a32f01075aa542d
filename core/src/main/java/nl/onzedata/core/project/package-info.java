/// What a project is about, and what is designed in it.
@NullMarked
package nl.onzedata.core.project;

import org.jspecify.annotations.NullMarked;
