package nl.onzedata.app.web.lab;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.onzedata.core.dossier.Basis;
import nl.onzedata.core.query.CheckedQuery;
import nl.onzedata.core.query.Question;
import nl.onzedata.core.query.Verdict;

/// Tells what a published figure was made of, from the texts alone. Safe for use by many threads.
final class Explainer {
  private static final int REMEMBERED = 256;

  /// What an explanation follows from: it is the same for the same texts.
  private record Texts(String artefact, String mandate, List<String> contracts, LocalDate on) {}

  private final Map<Texts, Optional<CheckedQuery>> remembered =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Texts, Optional<CheckedQuery>> eldest) {
          return size() > REMEMBERED;
        }
      };

  /// The query that an artefact's figures were made with, held against the mandate that it ran
  /// under on the day that it ran; empty if its texts no longer say so.
  Optional<CheckedQuery> query(Published published, String artefact) {
    var definition = published.definition(artefact);
    var mandate = published.mandate();
    if (definition.isEmpty() || mandate.isEmpty()) {
      return Optional.empty();
    }
    var contracts = new ArrayList<String>();
    published.dossier().project().datasets().forEach(d -> contracts.add(d.contract()));
    var texts =
        new Texts(
            definition.get().hash(),
            mandate.get().hash(),
            List.copyOf(contracts),
            Days.of(published.time()));
    synchronized (remembered) {
      var known = remembered.get(texts);
      if (known != null) {
        return known;
      }
    }
    var found = check(published, definition.get().definition(), texts);
    synchronized (remembered) {
      remembered.put(texts, found);
    }
    return found;
  }

  private static Optional<CheckedQuery> check(Published published, String sql, Texts texts) {
    return Basis.of(published.dossier(), texts.mandate())
        .flatMap(
            read ->
                read instanceof Basis.Read.Usable(var basis)
                    ? check(sql, basis, texts.on())
                    : Optional.empty());
  }

  private static Optional<CheckedQuery> check(String sql, Basis basis, LocalDate on) {
    var verdict = basis.checker().check(sql, basis.mandate(), Question.of(basis.mandate(), on));
    return verdict instanceof Verdict.Accepted(var query) ? Optional.of(query) : Optional.empty();
  }
}
