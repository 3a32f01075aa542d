package nl.onzedata.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A listed pair of columns does not make a join that keeps everyone once.
class FanOutTest {
  @Test
  void aListedJoinOfManyToManyIsRefused() {
    var mandate =
        Fixtures.mandate(
            Fixtures.text("mandate.yaml")
                .replace("joins:\n", "joins:\n  - \"x/h.type = x/w.wijk\"\n")
                .replace("type: [group, filter]", "type: [group, filter, link]")
                .replace("wijk: [group, filter]", "wijk: [group, filter, link]"));
    assertThat(
            new Lab(Fixtures.CONTRACTS, mandate)
                .codes("SELECT COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.type = w.wijk"))
        .contains("FAN-OUT");
  }
}
