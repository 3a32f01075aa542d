package nl.onzedata.check.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Someone who only has a keyboard: gets everywhere with Tab, and fails where Tab does not get.
/// What they reached once they know, and go to directly when they use it again. Used by one thread.
final class Typist {
  /// More fields and links than any page has.
  private static final int FAR = 600;

  /// How often Tab is pressed before looking where it led: looking takes as long as pressing.
  private static final int STRIDE = 10;

  /// Notes the first thing that the focus comes to of what a selector names.
  private static final String WATCH =
      """
      selector => {
        window.reached = null;
        window.watched?.abort();
        window.watched = new AbortController();
        document.addEventListener('focusin', event => {
          window.reached ??= event.target.matches(selector) ? event.target : null;
        }, {signal: window.watched.signal});
      }
      """;

  /// Puts the focus on what it came to, if it did.
  private static final String TURN_BACK =
      "() => { window.reached?.focus(); return window.reached !== null; }";

  private static final long PATIENCE = 20_000;

  private final Page page;
  private final Set<String> known = new HashSet<>();

  Typist(Page page) {
    this.page = page;
  }

  /// Tabs on until the focus is on what the selector names.
  void reach(String selector) {
    if (!known.add(selector)) {
      page.focus(selector);
      return;
    }
    page.evaluate(WATCH, selector);
    for (int i = 0; i < FAR; i += STRIDE) {
      for (int j = 0; j < STRIDE; j++) {
        page.keyboard().press("Tab");
      }
      if ((boolean) page.evaluate(TURN_BACK)) {
        return;
      }
    }
    throw new AssertionError(
        "%s cannot be reached by keyboard on %s".formatted(selector, page.url()));
  }

  private boolean isOn(String selector) {
    return (boolean)
        page.evaluate(
            "s => document.activeElement !== null && document.activeElement.matches(s)", selector);
  }

  /// Writes over what is in a field.
  void write(String selector, String text) {
    reach(selector);
    page.keyboard().press("Control+A");
    page.keyboard().insertText(text);
  }

  /// Picks one of the buttons of a choice with the arrow keys.
  void pick(String form, String name, String value) {
    reach("%s input[type=radio][name='%s']".formatted(form, name));
    page.keyboard().press("Space");
    var wanted = "%s input[name='%s'][value='%s']:checked".formatted(form, name, value);
    for (int i = 0; i < 12 && !isOn(wanted); i++) {
      page.keyboard().press("ArrowDown");
    }
    assertThat(isOn(wanted)).as("the choice %s on %s", value, page.url()).isTrue();
  }

  /// Opens what is folded, unless it is open.
  void unfold(String selector) {
    if (!(boolean) page.evaluate("s => document.querySelector(s).open", selector)) {
      reach(selector + " > summary");
      page.keyboard().press("Enter");
    }
  }

  /// Presses a button or link that leads to another page, and waits for that.
  void press(String selector) {
    reach(selector);
    page.evaluate("() => { window.leaving = true; }");
    page.keyboard().press("Enter");
    long end = System.nanoTime() + (PATIENCE * 1_000_000);
    while (!hasArrived()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("%s led nowhere on %s".formatted(selector, page.url()));
      }
      page.waitForTimeout(20);
    }
  }

  private boolean hasArrived() {
    try {
      return (boolean) page.evaluate("() => !window.leaving && document.readyState === 'complete'");
    } catch (com.microsoft.playwright.PlaywrightException e) {
      return false; // between two pages
    }
  }

  /// Takes the part of someone in the demo.
  void play(String person) {
    unfold(".play details");
    press(".play button[value='%s']".formatted(person));
  }

  /// Fills the fields of a form, in their order on the page.
  void fill(String form, Map<String, String> fields) {
    fields.forEach((name, text) -> write("%s [name='%s']".formatted(form, name), text));
  }
}
