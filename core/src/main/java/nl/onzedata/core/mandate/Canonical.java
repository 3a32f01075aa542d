package nl.onzedata.core.mandate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.onzedata.core.document.Part;
import nl.onzedata.core.mandate.Mandate.Cuts;
import nl.onzedata.core.mandate.Mandate.Data;
import nl.onzedata.core.mandate.Mandate.Disclosure;
import tools.jackson.databind.json.JsonMapper;

/// The canonical form of a mandate: the same bytes for the same meaning.
final class Canonical {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Canonical() {}

  static String of(Mandate mandate) {
    var all = new TreeMap<String, Object>();
    all.put("mandate", mandate.id());
    all.put(
        "purpose",
        map(
            "code", mandate.purpose().code(),
            "text", mandate.purpose().text().in(),
            "not-for", mandate.purpose().notFor().stream().sorted().toList()));
    all.put(
        "legal-basis", map("gdpr", mandate.legalBasis().gdpr(), "law", mandate.legalBasis().law()));
    all.put("term", Part.written(mandate.term()));
    all.put("period", map("from", mandate.from().toString(), "until", mandate.until().toString()));
    all.put("audience", Part.written(mandate.audience()));
    all.put("data", sorted(mandate.data().stream().map(Canonical::data).toList()));
    all.put("joins", mandate.joins().stream().map(Canonical::join).sorted().toList());
    all.put("together", sorted(mandate.together().stream().map(List::copyOf).toList()));
    all.put(
        "grain",
        map("levels", mandate.grain().levels(), "keys-together", mandate.grain().keysTogether()));
    all.put("disclosure", sorted(mandate.disclosure().stream().map(Canonical::rule).toList()));
    all.put("protection", protection(mandate.protection()));
    all.put("roles", mandate.roles());
    all.put("releases", mandate.releasesEvery());
    all.put("indicators", Part.written(mandate.indicators()));
    all.put(
        "artefacts",
        sorted(
            mandate.artefacts().stream()
                .map(named -> map("id", named.id(), "hash", named.hash()))
                .toList()));
    all.put(
        "conditions",
        sorted(
            mandate.conditions().stream()
                .map(
                    condition ->
                        map(
                            "kind", condition.kind(),
                            "to", condition.to(),
                            "every", condition.every(),
                            "text", condition.text().in()))
                .toList()));
    return json(all);
  }

  static String join(Mandate.Join join) {
    return join.leftRole().orElse(join.leftDataset())
        + "."
        + join.leftColumn()
        + " = "
        + join.rightRole().orElse(join.rightDataset())
        + "."
        + join.rightColumn();
  }

  static String number(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static Map<String, Object> data(Data data) {
    var columns = new TreeMap<String, Object>();
    data.columns()
        .forEach(
            (column, uses) ->
                columns.put(column, uses.stream().map(Part::written).sorted().toList()));
    var classes = new TreeMap<String, Object>();
    data.classes().forEach((column, cuts) -> classes.put(column, cuts(cuts)));
    return map(
        "dataset", data.dataset(),
        "subject", data.subject().orElse("none"),
        "columns", columns,
        "classes", classes,
        "missing", List.copyOf(data.missing()),
        "exists", data.existsFilter(),
        "derived", derived(data));
  }

  private static Map<String, Object> derived(Data data) {
    var derived = new TreeMap<String, Object>();
    data.derived()
        .forEach(
            (name, given) ->
                derived.put(
                    name,
                    map(
                        "text", given.text().in(),
                        "expr", given.expression(),
                        "uses", given.uses().stream().map(Part::written).sorted().toList())));
    return derived;
  }

  private static Map<String, Object> protection(Mandate.Protection protection) {
    var rounding = new TreeMap<String, Object>();
    protection
        .rounding()
        .forEach(
            (of, how) ->
                rounding.put(
                    Part.written(of),
                    map("base", how.base(), "method", Part.written(how.method()))));
    return map(
        "magnitudes",
        sorted(
            protection.magnitudes().stream()
                .map(
                    rule ->
                        map(
                            "measure", Part.written(rule.measure()),
                            "rule", Part.written(rule.rule()),
                            "or-equal", rule.orEqual()))
                .toList()),
        "rounding",
        rounding,
        "population",
        protection.population().orElse(0),
        "known",
        sorted(
            protection.known().stream()
                .map(table -> map("file", table.file(), "hash", table.hash()))
                .toList()),
        "yearly-maximum",
        protection.yearlyMaximum().orElse(0));
  }

  private static Map<String, Object> cuts(Cuts cuts) {
    return map(
        "cuts",
        cuts.cuts().stream().map(Canonical::number).toList(),
        "closed",
        Part.written(cuts.closed()));
  }

  private static Map<String, Object> rule(Disclosure rule) {
    return map(
        "measure", Part.written(rule.measure()),
        "below", rule.below(),
        "interval", List.of(rule.low(), rule.high()),
        "zeros-shown", rule.zerosShown(),
        "group-disclosure", rule.groupDisclosure());
  }

  private static Map<String, Object> map(Object... keysAndValues) {
    var map = new TreeMap<String, Object>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  private static List<Object> sorted(Collection<?> parts) {
    var texts = new TreeMap<String, List<Object>>();
    parts.forEach(part -> texts.computeIfAbsent(json(part), text -> new ArrayList<>()).add(part));
    return texts.values().stream().flatMap(List::stream).toList();
  }

  private static String json(Object value) {
    return JSON.writeValueAsString(value);
  }
}
