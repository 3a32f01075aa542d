/// The words that people see, per language; a message elsewhere is a code with named arguments.
@NullMarked
package nl.onzedata.core.words;

import org.jspecify.annotations.NullMarked;
