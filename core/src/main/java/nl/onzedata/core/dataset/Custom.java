package nl.onzedata.core.dataset;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.onzedata.core.document.Part;
import nl.onzedata.core.journal.Phrase;

/// The `customProperties` of a contract or a column: what the standard has no place for.
final class Custom {
  private final Map<String, Part> values;

  private Custom(Map<String, Part> values) {
    this.values = values;
  }

  /// Tells of a name that is not one of these.
  static Custom of(Part owner, String... names) {
    var known = Set.of(names);
    var values = new LinkedHashMap<String, Part>();
    for (var item : owner.items("customProperties")) {
      item.knows("id", "property", "value", "description", "vendor");
      var name = item.need("property").map(Part::text).orElse("");
      var value = item.need("value");
      if (!name.isEmpty() && !known.contains(name)) {
        item.refuse(
            "document.key-unknown",
            "key",
            name,
            "keys",
            Arrays.stream(names).sorted().collect(Collectors.joining(", ")));
      } else if (value.isPresent() && values.put(name, value.get()) != null) {
        item.refuse("document.key-twice", "key", name);
      }
    }
    return new Custom(values);
  }

  Optional<Part> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  Optional<Part> need(String name, Part owner) {
    if (!values.containsKey(name) && owner.isMap()) {
      owner.refuse("contract.custom-absent", "key", name);
    }
    return find(name);
  }

  /// A Dutch text with the English of a custom property beside it, if there is any.
  Phrase phrase(String dutch, String english) {
    return ContractReading.phrase(dutch, find(english).map(Part::text));
  }
}
