package nl.onzedata.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A key is a column with a closed list of codes (semantics §2).
class CutKeyTest {
  @Test
  void aColumnThatIsOnlyCutInClassesIsNoKey() {
    var mandate =
        Fixtures.mandate(
            Fixtures.text("mandate.yaml").replace("inkomen: [filter]", "inkomen: [group, filter]"));
    assertThat(
            new Lab(Fixtures.CONTRACTS, mandate)
                .codes("SELECT inkomen, COUNT(*) AS n FROM x.h GROUP BY inkomen"))
        .containsExactly("GROUP-EXPR");
  }
}
