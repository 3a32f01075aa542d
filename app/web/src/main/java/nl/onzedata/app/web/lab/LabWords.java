package nl.onzedata.app.web.lab;

import java.util.Map;
import java.util.TreeMap;
import nl.onzedata.core.dashboard.DashboardReading;
import nl.onzedata.core.dataset.ContractReading;
import nl.onzedata.core.document.Document;
import nl.onzedata.core.mandate.MandateReading;
import nl.onzedata.core.query.Checker;
import nl.onzedata.core.words.Words;

/// The words of what can be wrong with a question, an agreement, a dashboard or a contract.
final class LabWords {
  private static final Map<String, Words> BY_LANGUAGE = all();

  private LabWords() {}

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
          Checker.words(language)
              .and(MandateReading.words(language))
              .and(ContractReading.words(language))
              .and(DashboardReading.words(language))
              .and(Document.words(language)));
    }
    return all;
  }
}
