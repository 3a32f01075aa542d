package nl.onzedata.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import nl.onzedata.core.mandate.Mandate.Use;
import org.junit.jupiter.api.Test;

/// Whether a value is missing is a class of its column, and asking for it is a use of it.
class MissingTest {
  private static final String CLASSES = "\n      spaargeld: {cuts: [5], closed: lower}";

  private static Lab lab(String uses, String classes, String missing) {
    return new Lab(
        Fixtures.CONTRACTS,
        Fixtures.mandate(
            Fixtures.text("mandate.yaml")
                .replace("inkomen: [filter]", "inkomen: [filter]\n      spaargeld: " + uses)
                .replace(
                    "inkomen: {cuts: [34229, 40024], closed: lower}",
                    "inkomen: {cuts: [34229, 40024], closed: lower}" + classes)
                .replace("missing: [spaart]", "missing: [spaart" + missing + "]")));
  }

  @Test
  void countingTheValuesThatAreThereIsAUse() {
    var query =
        lab("[filter]", CLASSES, ", spaargeld")
            .accepted("SELECT COUNT(spaargeld) AS n FROM x.h")
            .orElseThrow();
    assertThat(query.uses())
        .anyMatch(use -> use.subject().equals("x.h.spaargeld") && use.use() == Use.FILTER);
  }

  @Test
  void countingTheValuesThatAreThereNeedsThatUse() {
    assertThat(lab("[measure]", "", ", spaargeld").codes("SELECT COUNT(spaargeld) AS n FROM x.h"))
        .containsExactly("USE");
  }

  @Test
  void askingWhichValuesAreMissingNeedsThatToBeAgreed() {
    var lab = lab("[filter]", CLASSES, "");
    assertThat(lab.codes("SELECT COUNT(*) AS n FROM x.h WHERE spaargeld IS NULL"))
        .containsExactly("CUT-MISSING");
    assertThat(lab.codes("SELECT COUNT(*) AS n FROM x.h WHERE spaargeld < 5")).isEmpty();
  }
}
