/// Statistical disclosure control: tables that give no one away.
@NullMarked
package nl.onzedata.disclosure;

import org.jspecify.annotations.NullMarked;
