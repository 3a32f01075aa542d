package nl.onzedata.core.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.ContractReading;
import nl.onzedata.core.mandate.Mandate;
import nl.onzedata.core.mandate.MandateReading;

/// The small world that the corpus asks about: households, homes, people, visits, open data.
final class Fixtures {
  static final LocalDate TODAY = LocalDate.of(2027, 6, 1);
  static final List<Contract> CONTRACTS =
      Stream.of("h", "w", "p", "m", "wmo", "v", "o", "pop", "b", "me", "t", "vh", "g", "ob", "ra")
          .map(Fixtures::contract)
          .toList();

  private static final Mandate MANDATE = mandate(text("mandate.yaml"));
  private static final Checker CHECKER = new Checker(CONTRACTS);

  private Fixtures() {}

  static Mandate mandate() {
    return MANDATE;
  }

  static Mandate mandate(String yaml) {
    return switch (MandateReading.read(yaml)) {
      case MandateReading.Fine(var mandate) -> mandate;
      case MandateReading.Unusable(var problems) ->
          throw new IllegalStateException(problems.toString());
    };
  }

  static Verdict check(String sql) {
    return CHECKER.check(sql, MANDATE, Question.of(MANDATE, TODAY));
  }

  private static Contract contract(String name) {
    return switch (ContractReading.read(text("contracts/" + name + ".yaml"))) {
      case ContractReading.Fine(var contract) -> contract;
      case ContractReading.Unusable(var problems) ->
          throw new IllegalStateException(name + ": " + problems);
    };
  }

  static String text(String resource) {
    try (var in = Fixtures.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
