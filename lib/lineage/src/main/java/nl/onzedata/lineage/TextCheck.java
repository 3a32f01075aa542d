package nl.onzedata.lineage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/// What is held against a text before it is parsed: its size, and letters that look like others.
/// These limits do not depend on the machine, so a text is too large everywhere or nowhere.
final class TextCheck {
  static final int MOST_BYTES = 64 * 1024;
  static final int MOST_TOKENS = 10_000;
  static final int DEEPEST = 200;

  /// Of one SELECT: Calcite looks at all of them for each of them.
  static final int MOST_COLUMNS = 1_000;

  /// What any stack has room for, however deep in it the caller stands.
  private static final int FEW_TOKENS = 500;

  private static final int NOT_DEEP = 20;

  private final String sql;
  private final List<Token> tokens;
  private int deepest;
  private final List<Traced.Problem> problems = new ArrayList<>();

  /// Looks at a text. One over 64 KiB is not looked at further.
  TextCheck(String sql) {
    this.sql = sql;
    int bytes = sql.getBytes(StandardCharsets.UTF_8).length;
    this.tokens = bytes > MOST_BYTES ? List.of() : Token.of(sql);
    if (bytes > MOST_BYTES) {
      problems.add(tooLarge("bytes", bytes, MOST_BYTES, Place.START));
    } else {
      look();
    }
  }

  private void look() {
    if (tokens.size() > MOST_TOKENS) {
      var first = tokens.get(MOST_TOKENS).place();
      problems.add(tooLarge("tokens", tokens.size(), MOST_TOKENS, first));
    }
    depth();
    hiddenSigns();
    tokens.forEach(this::foreignLetters);
  }

  String sql() {
    return sql;
  }

  /// All that is wrong with the text as a text.
  List<Traced.Problem> problems() {
    return List.copyOf(problems);
  }

  /// Whether it can be read wherever the caller stands: it has few words and is not deep.
  boolean isSmall() {
    return tokens.size() <= FEW_TOKENS && deepest <= NOT_DEEP;
  }

  /// The text without the `;` at its end, if it has one: the only place where one may stand.
  String withoutLastSemicolon() {
    if (tokens.isEmpty() || !tokens.getLast().text().equals(";")) {
      return sql;
    }
    var last = tokens.getLast().place();
    int at = 0;
    for (int line = 1; line < last.line(); line++) {
      at = sql.indexOf('\n', at) + 1;
    }
    at += last.column() - 1;
    return sql.substring(0, at) + " " + sql.substring(at + 1);
  }

  static Traced.Problem tooLarge(String what, int found, int expected, Place place) {
    return new Traced.Problem(
        "TOO-LARGE",
        place,
        Map.of("what", what, "found", String.valueOf(found), "most", String.valueOf(expected)));
  }

  private void depth() {
    int depth = 0;
    for (var token : tokens) {
      switch (token.text().toLowerCase(Locale.ROOT)) {
        case "(", "[", "{", "case" -> depth++;
        case ")", "]", "}", "end" -> depth--;
        default -> {}
      }
      deepest = Math.max(deepest, depth);
      if (depth > DEEPEST) {
        problems.add(tooLarge("depth", depth, DEEPEST, token.place()));
        return;
      }
    }
  }

  /// Signs that cannot be seen, or that turn the text around, wherever they stand.
  private void hiddenSigns() {
    var found = first(sql, TextCheck::isHidden);
    if (found.isPresent()) {
      int at = found.getAsInt();
      var before = sql.substring(0, at);
      int line = 1 + (int) before.chars().filter(sign -> sign == '\n').count();
      int column = at - before.lastIndexOf('\n');
      problems.add(sign(sql.codePointAt(at), new Place(line, column, line, column)));
    }
  }

  /// A name has the letters a to z, digits and underscores, and a number digits: a letter of
  /// another alphabet looks like one of them and is not.
  private void foreignLetters(Token token) {
    if (token.kind() != Token.Kind.STRING) {
      var found = first(token.text(), sign -> sign > 126 && !isHidden(sign));
      found.ifPresent(at -> problems.add(sign(token.text().codePointAt(at), token.place())));
    }
  }

  private static boolean isHidden(int sign) {
    return switch (Character.getType(sign)) {
      case Character.CONTROL -> sign != '\n' && sign != '\r' && sign != '\t';
      case Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static OptionalInt first(String text, IntPredicate wanted) {
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      if (wanted.test(text.codePointAt(at))) {
        return OptionalInt.of(at);
      }
    }
    return OptionalInt.empty();
  }

  private static Traced.Problem sign(int sign, Place place) {
    return new Traced.Problem(
        "NAME", place, Map.of("what", "sign", "found", "U+%04X".formatted(sign)));
  }
}
