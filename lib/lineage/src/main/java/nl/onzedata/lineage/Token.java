package nl.onzedata.lineage;

import java.util.ArrayList;
import java.util.List;

/// A word, sign or literal of a text: what the limits count, before anything is parsed.
record Token(Kind kind, String text, Place place) {
  enum Kind {
    NAME,
    QUOTED_NAME,
    STRING,
    SIGN
  }

  /// The tokens of a text; comments are none. It reads any text and never fails: an unended string
  /// or comment goes on to the end.
  static List<Token> of(String sql) {
    var reader = new Reader(sql);
    var tokens = new ArrayList<Token>();
    while (reader.skipBlanksAndComments()) {
      tokens.add(reader.next());
    }
    return tokens;
  }

  /// Walks over a text and keeps the line and column.
  private static final class Reader {
    private final String sql;
    private int at;
    private int line = 1;
    private int column = 1;

    Reader(String sql) {
      this.sql = sql;
    }

    boolean skipBlanksAndComments() {
      while (at < sql.length()) {
        if (Character.isWhitespace(sql.charAt(at))) {
          step(1);
        } else if (sql.startsWith("--", at) || sql.startsWith("//", at)) {
          stepTo("\n");
        } else if (sql.startsWith("/*", at)) {
          step(2);
          stepTo("*/");
          step(2);
        } else {
          return true;
        }
      }
      return false;
    }

    Token next() {
      int start = at;
      int startLine = line;
      int startColumn = column;
      char first = sql.charAt(at);
      var kind = kind(first);
      int endLine = line;
      int endColumn = column;
      do {
        endLine = line;
        endColumn = column;
        step(1);
      } while (at < sql.length() && goesOn(kind, start));
      if (at < sql.length() && (kind == Kind.STRING || kind == Kind.QUOTED_NAME)) {
        endLine = line;
        endColumn = column;
        step(1);
      }
      return new Token(
          kind, sql.substring(start, at), new Place(startLine, startColumn, endLine, endColumn));
    }

    private static Kind kind(char first) {
      return switch (first) {
        case '\'' -> Kind.STRING;
        case '"' -> Kind.QUOTED_NAME;
        default -> isNamePart(first) ? Kind.NAME : Kind.SIGN;
      };
    }

    /// Whether the character at hand belongs to the token; of a quoted one, before its last quote.
    private boolean goesOn(Kind kind, int start) {
      char here = sql.charAt(at);
      return switch (kind) {
        case NAME -> isNamePart(here);
        case SIGN -> false;
        case STRING, QUOTED_NAME -> {
          char quote = sql.charAt(start);
          if (here == quote && at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
            step(1);
            yield true;
          }
          yield here != quote;
        }
      };
    }

    private static boolean isNamePart(char sign) {
      return Character.isLetterOrDigit(sign) || sign == '_' || sign == '$' || sign > 127;
    }

    private void stepTo(String end) {
      int found = sql.indexOf(end, at);
      step((found < 0 ? sql.length() : found) - at);
    }

    private void step(int count) {
      for (int i = 0; i < count && at < sql.length(); i++) {
        if (sql.charAt(at) == '\n') {
          line++;
          column = 1;
        } else {
          column++;
        }
        at++;
      }
    }
  }
}
