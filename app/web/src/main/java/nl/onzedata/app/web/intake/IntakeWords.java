package nl.onzedata.app.web.intake;

import java.util.Map;
import java.util.TreeMap;
import nl.onzedata.adapter.sources.SourceProblem;
import nl.onzedata.adapter.warehouse.LandingProblem;
import nl.onzedata.core.dataset.ContractReading;
import nl.onzedata.core.document.Document;
import nl.onzedata.core.words.Words;

/// The words of what can be wrong with a file, its contract, or what is in it.
final class IntakeWords {
  private static final Map<String, Words> BY_LANGUAGE = all();

  private IntakeWords() {}

  static Words in(String language) {
    var words = BY_LANGUAGE.get(language);
    if (words == null) {
      throw new IllegalArgumentException("no words in " + language);
    }
    return words;
  }

  private static Map<String, Words> all() {
    var all = new TreeMap<String, Words>();
    for (var language : Words.LANGUAGES) {
      all.put(
          language,
          Words.load(language, SourceProblem.class, "sources")
              .and(Words.load(language, LandingProblem.class, "landing"))
              .and(ContractReading.words(language))
              .and(Document.words(language)));
    }
    return all;
  }
}
