/// The Right to Challenge (uitdaagrecht).
@NullMarked
package nl.onzedata.core.challenge;

import org.jspecify.annotations.NullMarked;
