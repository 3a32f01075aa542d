package nl.onzedata.app.web.lab;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import nl.onzedata.core.words.Words;

/// Figures as people say them, in one language. Immutable.
///
/// @param unit what they count, such as `%`
record Numbers(Words words, Optional<String> unit) {
  /// The figure as in a table: with at most one digit after the point; below ten, where one says
  /// too little, with at most three, unless it is a share.
  String plain(BigDecimal figure) {
    var format = new DecimalFormat("#,##0." + "#".repeat(digits(figure)), symbols());
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(figure);
  }

  /// The figure with its unit in words: a share as so many of a hundred.
  String inWords(BigDecimal figure) {
    if (isShare()) {
      var whole = figure.setScale(0, RoundingMode.HALF_UP);
      return whole.signum() == 0 && figure.signum() > 0
          ? words.say("lab.less-than-one")
          : words.say("lab.of-hundred", "n", whole.toPlainString());
    }
    return plain(figure) + unit.map(name -> " " + name).orElse("");
  }

  /// The figure short, for in a picture: a share with its sign.
  String inShort(BigDecimal figure) {
    return plain(figure) + (isShare() ? "%" : "");
  }

  /// What an axis or a column counts.
  Optional<String> what() {
    return isShare() ? Optional.of(words.say("lab.per-hundred")) : unit;
  }

  /// Whether showing it leaves digits out.
  boolean isRounded(BigDecimal figure) {
    return figure.stripTrailingZeros().scale() > digits(figure);
  }

  private int digits(BigDecimal figure) {
    return isShare() || figure.abs().compareTo(BigDecimal.TEN) >= 0 ? 1 : 3;
  }

  private boolean isShare() {
    return unit.filter("%"::equals).isPresent();
  }

  private DecimalFormatSymbols symbols() {
    return DecimalFormatSymbols.getInstance(
        words.language().equals("nl") ? Locale.of("nl", "NL") : Locale.UK);
  }
}
