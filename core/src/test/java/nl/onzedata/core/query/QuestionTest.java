package nl.onzedata.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.onzedata.core.mandate.Mandate.Audience;
import org.junit.jupiter.api.Test;

/// Why, for whom and when something is asked is held against the agreement, beside its text.
class QuestionTest {
  private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2027, 12, 31);
  private static final String PURPOSE = "dpv:PublicPolicyMaking";

  private static List<String> codes(
      LocalDate on, String purpose, Audience audience, String agreed) {
    var mandate =
        Fixtures.mandate(
            Fixtures.text("mandate.yaml").replace("audience: public", "audience: " + agreed));
    var verdict =
        new Checker(Fixtures.CONTRACTS)
            .check("SELECT COUNT(*) AS n FROM x.h", mandate, new Question(on, purpose, audience));
    return verdict instanceof Verdict.Refused(var refusals)
        ? refusals.stream().map(Refusal::code).toList()
        : List.of();
  }

  @Test
  void itRunsFromTheFirstDayToTheLast() {
    assertThat(codes(FIRST, PURPOSE, Audience.PUBLIC, "public")).isEmpty();
    assertThat(codes(LAST, PURPOSE, Audience.PUBLIC, "public")).isEmpty();
    assertThat(codes(FIRST.minusDays(1), PURPOSE, Audience.PUBLIC, "public"))
        .containsExactly("PERIOD");
    assertThat(codes(LAST.plusDays(1), PURPOSE, Audience.PUBLIC, "public"))
        .containsExactly("PERIOD");
  }

  @Test
  void anotherPurposeIsRefused() {
    assertThat(codes(FIRST, "dpv:LawEnforcement", Audience.PUBLIC, "public"))
        .containsExactly("PURPOSE");
  }

  @Test
  void anAgreementThatCannotBeKeptStopsEveryQuestion() {
    var mandate = Fixtures.mandate(Fixtures.text("mandate.yaml") + "population: {min: 100}\n");
    var verdict =
        new Checker(Fixtures.CONTRACTS)
            .check("SELECT COUNT(*) AS n FROM x.h", mandate, Question.of(mandate, FIRST));
    assertThat(((Verdict.Refused) verdict).refusals())
        .singleElement()
        .satisfies(
            refusal -> {
              assertThat(refusal.code()).isEqualTo("NOT-KEPT");
              assertThat(refusal.clause()).isEqualTo("population");
            });
  }

  @Test
  void aLimitOnTheTextIsNamedInWords() {
    var verdict = Fixtures.check("SELECT COUNT(*) AS n FROM x.h WHERE " + "x ".repeat(11_000));
    var refusal = ((Verdict.Refused) verdict).refusals().getFirst();
    assertThat(Checker.words("nl").say(refusal.message())).contains("11012").contains("10000");
  }

  @Test
  void moreReadersThanAgreedAreRefused() {
    assertThat(codes(FIRST, PURPOSE, Audience.PARTIES, "parties")).isEmpty();
    assertThat(codes(FIRST, PURPOSE, Audience.PROJECT, "parties")).isEmpty();
    assertThat(codes(FIRST, PURPOSE, Audience.PUBLIC, "parties")).containsExactly("AUDIENCE");
  }
}
