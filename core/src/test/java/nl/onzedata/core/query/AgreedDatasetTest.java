package nl.onzedata.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// A dataset has to be in the agreement, also for a question that names none of its columns.
class AgreedDatasetTest {
  private static final String COUNT = "SELECT COUNT(*) AS n FROM x.wmo";

  @Test
  void peopleInADatasetThatNobodyAgreedToAreNotCounted() {
    var mandate = Fixtures.mandate();
    var lab = new Lab(Fixtures.CONTRACTS, mandate);
    var others = mandate.data().stream().filter(data -> !data.dataset().equals("x/wmo")).toList();
    assertThat(lab.codes(COUNT)).isEmpty();
    assertThat(lab.with(others, List.of(), List.of()).codes(COUNT)).containsExactly("DATASET");
  }
}
