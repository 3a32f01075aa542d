package nl.onzedata.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.onzedata.lineage.Catalog;
import nl.onzedata.lineage.Type;

/// Reads the tables of a schema out of its CREATE TABLE statements. Constraints, defaults and
/// references say nothing about types and are passed over; every other statement, and a type that
/// we do not have, is a problem. Names without quotes are lower case. Used once.
final class Ddl {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s+|--[^\\n]*|/\\*.*?\\*/|(\"(?:[^\"]|\"\")+\"|'(?:[^']|'')*'|[A-Za-z_][\\w$]*|\\d[\\w.]*|[^\\s])",
          Pattern.DOTALL);
  private static final Set<String> TABLE_CONSTRAINTS =
      Set.of("primary", "foreign", "unique", "check", "constraint", "exclude", "like");
  private static final Map<String, Type> TYPES =
      Map.ofEntries(
          Map.entry("tinyint", Type.INTEGER),
          Map.entry("smallint", Type.INTEGER),
          Map.entry("int", Type.INTEGER),
          Map.entry("int4", Type.INTEGER),
          Map.entry("int8", Type.INTEGER),
          Map.entry("integer", Type.INTEGER),
          Map.entry("bigint", Type.INTEGER),
          Map.entry("float", Type.DOUBLE),
          Map.entry("real", Type.DOUBLE),
          Map.entry("double", Type.DOUBLE),
          Map.entry("char", Type.TEXT),
          Map.entry("character", Type.TEXT),
          Map.entry("varchar", Type.TEXT),
          Map.entry("text", Type.TEXT),
          Map.entry("string", Type.TEXT),
          Map.entry("boolean", Type.BOOLEAN),
          Map.entry("bool", Type.BOOLEAN),
          Map.entry("date", Type.DATE),
          Map.entry("timestamp", Type.TIMESTAMP));

  private record Token(String text, int line) {}

  private final String file;
  private final List<Token> tokens = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final Map<String, Catalog.Table> tables = new TreeMap<>();
  private int at;

  private Ddl(String file, String text) {
    this.file = file;
    int line = 1;
    var found = TOKEN.matcher(text);
    while (found.find()) {
      if (found.group(1) != null) {
        tokens.add(new Token(found.group(1), line));
      }
      line += (int) found.group().chars().filter(c -> c == '\n').count();
    }
  }

  /// The catalogue of the tables; everything that is wrong is an [Unusable].
  static Catalog read(String file, String text) {
    var ddl = new Ddl(file, text);
    ddl.statements();
    if (ddl.tables.isEmpty() && ddl.problems.isEmpty()) {
      ddl.problems.add(file + " has no CREATE TABLE statement");
    }
    if (!ddl.problems.isEmpty()) {
      throw new Unusable(String.join("\n", ddl.problems));
    }
    return new Catalog(ddl.tables);
  }

  private void statements() {
    while (at < tokens.size()) {
      if (take(";")) {
        continue;
      }
      int line = line();
      if (take("create") && takeTable()) {
        table(line);
      } else {
        problem(line, "expected CREATE TABLE");
        skipStatement();
      }
    }
  }

  private boolean takeTable() {
    if (take("temporary") || take("temp")) {
      return take("table");
    }
    return take("table");
  }

  private void table(int line) {
    if (take("if") && !(take("not") && take("exists"))) {
      problem(line, "expected IF NOT EXISTS");
    }
    var name = new StringBuilder(name());
    while (take(".")) {
      name.append('.').append(name());
    }
    if (!take("(")) {
      problem(line, "table %s: expected its columns in brackets".formatted(name));
      skipStatement();
      return;
    }
    var columns = new ArrayList<Catalog.Column>();
    do {
      column(name.toString()).ifPresent(columns::add);
    } while (take(","));
    if (!take(")")) {
      problem(line, "table %s: the bracket is not closed".formatted(name));
    }
    skipStatement();
    if (tables.put(name.toString(), new Catalog.Table(name.toString(), columns)) != null) {
      problem(line, "there are two tables %s".formatted(name));
    }
  }

  private Optional<Catalog.Column> column(String table) {
    if (at < tokens.size() && TABLE_CONSTRAINTS.contains(peek())) {
      skipPart();
      return Optional.empty();
    }
    int line = line();
    var name = name();
    var word = word();
    var type = type(word);
    if (type.isEmpty()) {
      problem(
          line,
          "%s.%s has type '%s'; expected one of %s, decimal(p, s)"
              .formatted(table, name, word, String.join(", ", new TreeSet<>(TYPES.keySet()))));
    }
    int from = at;
    skipPart();
    var rest = tokens.subList(from, at).stream().map(t -> lower(t.text())).toList();
    int not = rest.indexOf("not");
    boolean required =
        rest.contains("primary")
            || (not >= 0 && not + 1 < rest.size() && rest.get(not + 1).equals("null"));
    return type.map(known -> new Catalog.Column(name, known, !required));
  }

  private Optional<Type> type(String word) {
    if (!word.equals("decimal") && !word.equals("numeric")) {
      return Optional.ofNullable(TYPES.get(word));
    }
    int precision = 38;
    int scale = 0;
    if (take("(")) {
      precision = number();
      scale = take(",") ? number() : 0;
      take(")");
    }
    return precision < 1 || precision > 38 || scale < 0 || scale > precision
        ? Optional.empty()
        : Optional.of(Type.decimal(precision, scale));
  }

  private int number() {
    var text = word();
    return text.matches("\\d{1,4}") ? Integer.parseInt(text) : -1;
  }

  /// On to the comma or bracket that ends this part of a table.
  private void skipPart() {
    int depth = 0;
    while (at < tokens.size()) {
      var token = peek();
      if (depth == 0 && (token.equals(",") || token.equals(")") || token.equals(";"))) {
        return;
      }
      depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
      at++;
    }
  }

  private void skipStatement() {
    while (at < tokens.size() && !peek().equals(";")) {
      at++;
    }
  }

  private String peek() {
    return lower(tokens.get(at).text());
  }

  private int line() {
    return tokens.isEmpty() ? 1 : tokens.get(Math.min(at, tokens.size() - 1)).line();
  }

  private boolean take(String text) {
    if (at < tokens.size() && peek().equals(text)) {
      at++;
      return true;
    }
    return false;
  }

  private String word() {
    return at < tokens.size() ? lower(tokens.get(at++).text()) : "";
  }

  private String name() {
    if (at >= tokens.size()) {
      return "";
    }
    var text = tokens.get(at++).text();
    return text.startsWith("\"")
        ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
        : lower(text);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private void problem(int line, String what) {
    problems.add("%s line %d: %s".formatted(file, line, what));
  }
}
