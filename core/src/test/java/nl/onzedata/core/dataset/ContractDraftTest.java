package nl.onzedata.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import nl.onzedata.core.dataset.Contract.Classification;
import nl.onzedata.core.dataset.Contract.Kind;
import nl.onzedata.core.dataset.Contract.Sensitivity;
import nl.onzedata.core.journal.Phrase;
import org.junit.jupiter.api.Test;

class ContractDraftTest {
  private static final String ODD = "a'\"\\ #:{}[],&*é€\n\tz0-";

  @Test
  void whatAContractSaysIsReadBackWhateverItsTextsAre() {
    for (long seed = 0; seed < 300; seed++) {
      var contract = contract(new Random(seed));
      var read = ContractReading.read(ContractDraft.of(contract).yaml());
      assertThat(read).as("seed %d", seed).isEqualTo(new ContractReading.Fine(contract));
    }
  }

  @Test
  void aDraftWithMistakesIsWrittenAndReadAsSuch() {
    var right = ContractDraft.of(contract(new Random(1)));
    var wrong =
        new ContractDraft(
            right.dataset(),
            new ContractDraft.Text("", ""),
            right.description(),
            "",
            "",
            "",
            right.columns(),
            List.of(),
            List.of(),
            ContractDraft.Text.NONE);
    assertThat(((ContractReading.Unusable) ContractReading.read(wrong.yaml())).problems())
        .extracting(problem -> problem.message().code())
        .contains("document.not-a-text", "contract.custom-absent");
  }

  private static Contract contract(Random random) {
    boolean open = random.nextBoolean();
    var columns = new ArrayList<Contract.Column>();
    columns.add(column("sleutel", Kind.TEXT, false, List.of(), random));
    columns.add(
        column("buurt", Kind.TEXT, false, List.of("Mors'", "Noord: \"x\"", "0363"), random));
    columns.add(column("wijk", Kind.TEXT, true, List.of("W 1"), random));
    for (var kind : Kind.values()) {
      columns.add(column("k_" + columns.size(), kind, random.nextBoolean(), List.of(), random));
    }
    return new Contract(
        "leiden/proef",
        phrase(random),
        phrase(random),
        open ? Classification.OPEN : Classification.PERSONAL,
        open ? Optional.empty() : Optional.of("sleutel"),
        open ? Optional.empty() : Optional.of("huishouden"),
        columns,
        random.nextBoolean()
            ? List.of(List.of("buurt", "sleutel"), List.of("sleutel"))
            : List.of(List.of("sleutel")),
        List.of(new Contract.Reference("sleutel", "leiden/woning", "woning_id", true)),
        List.of(
            new Contract.Hierarchy(
                "geography",
                List.of("buurt", "wijk"),
                random.nextBoolean()
                    ? Map.of()
                    : Map.of(
                        "buurt", Map.of("Mors'", "W 1", "Noord: \"x\"", "W 1", "0363", "W 1")))),
        List.of("huurders", "huiseigenaren"),
        random.nextBoolean() ? Optional.empty() : Optional.of(phrase(random)));
  }

  private static Contract.Column column(
      String name, Kind kind, boolean nullable, List<String> codes, Random random) {
    boolean decimal = kind == Kind.DECIMAL;
    boolean number = decimal || kind == Kind.INTEGER;
    return new Contract.Column(
        name,
        kind,
        decimal ? 9 : 0,
        decimal ? 3 : 0,
        nullable,
        codes,
        number ? Optional.of("-5") : Optional.empty(),
        number ? Optional.of("12") : Optional.empty(),
        List.of(Sensitivity.values()).get(random.nextInt(Sensitivity.values().length)),
        phrase(random),
        random.nextBoolean() ? List.of() : List.of("leiden/bron"),
        random.nextBoolean() ? Optional.empty() : Optional.of(text(random)));
  }

  private static Phrase phrase(Random random) {
    return random.nextBoolean()
        ? Phrase.of(text(random), text(random))
        : ContractReading.phrase(text(random), Optional.empty());
  }

  private static String text(Random random) {
    var text = new StringBuilder("x");
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(ODD.charAt(random.nextInt(ODD.length())));
    }
    return text.append(random.nextBoolean() ? "\uD83D\uDE00" : "\n é").append("y").toString();
  }
}
