/// Where figures are designed, run, shown and explained.
@NullMarked
package nl.onzedata.app.web.lab;

import org.jspecify.annotations.NullMarked;
