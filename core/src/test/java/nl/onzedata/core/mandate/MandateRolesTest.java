package nl.onzedata.core.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.onzedata.core.mandate.Mandate.Join;
import nl.onzedata.core.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A pair of columns that says which role the far side plays.
class MandateRolesTest {
  private static final String PLAIN =
      "joins: [\"leiden/huishouden.woning_id = leiden/woning.woning_id\"]";
  private static final String ROLES =
      PLAIN.replace("leiden/woning.", "nu.") + "\nroles: {nu: leiden/woning, toen: leiden/woning}";
  private static final String TEXT = Samples.MANDATE.replaceFirst(Pattern.quote(PLAIN), ROLES);

  private static List<String> codes(String text) {
    return MandateReading.read(text) instanceof MandateReading.Unusable(var problems)
        ? problems.stream().map(problem -> problem.message().code()).toList()
        : List.of();
  }

  @Test
  void aPairSaysWhichRoleItsRightSidePlays() {
    assertThat(Samples.mandate(TEXT).joins())
        .containsExactly(
            new Join(
                0,
                "leiden/huishouden",
                "woning_id",
                "leiden/woning",
                "woning_id",
                Optional.empty(),
                Optional.of("nu")));
    assertThat(Samples.mandate(TEXT).canonical())
        .contains("leiden/huishouden.woning_id = nu.woning_id")
        .isNotEqualTo(Samples.mandate(Samples.MANDATE).canonical());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          = nu.woning_id | = straks.woning_id | mandate.role-unknown
          = nu.woning_id | = nu.wijk | mandate.join-without-link
          huishouden.woning_id = nu.woning_id"] | huishouden.woning_id = nu.woning_id", "leiden/huishouden.woning_id = toen.woning_id"] | document.twice
          huishouden.woning_id = nu.woning_id"] | huishouden.woning_id = nu.woning_id", "leiden/woning.woning_id = leiden/huishouden.woning_id"] | document.twice
          huishouden.woning_id = nu.woning_id"] | huishouden.woning_id = nu.woning_id", "toen.woning_id = leiden/huishouden.woning_id"] | document.twice
          leiden/huishouden.woning_id = nu.woning_id | toen.woning_id = leiden/huishouden.woning_id | mandate.role-not-given
          """)
  void whatARoleMayNotSayIsRefused(String found, String instead, String code) {
    assertThat(TEXT).contains(found);
    assertThat(codes(TEXT.replace(found, instead))).contains(code);
  }

  @Test
  void itIsSaidInWordsAndInWhatChanges() {
    for (var language : Words.LANGUAGES) {
      var words = new MandateWords(language, Samples.CONTRACTS);
      assertThat(words.card(Samples.mandate(TEXT)).may().stream().map(words::say))
          .anyMatch(text -> text.contains("‘nu’") && text.contains("(woning_id)"));
      var diff = new MandateDiff(language, Samples.CONTRACTS);
      assertThat(
              diff.changes(Samples.mandate(Samples.MANDATE), Samples.mandate(TEXT)).stream()
                  .map(diff::say))
          .anyMatch(text -> text.contains("leiden/huishouden.woning_id = nu.woning_id"));
    }
  }

  /// What only one of two agreements calls so, neither may.
  @Test
  void twoAgreementsTogetherKeepARoleThatBothGive() {
    var one = Samples.mandate(TEXT);
    assertThat(Intersection.of(List.of(one, one), Samples.CONTRACTS).joins())
        .isEqualTo(one.joins());
    var other = Samples.mandate(Samples.MANDATE);
    assertThat(Intersection.of(List.of(one, other), Samples.CONTRACTS).joins()).isEmpty();
  }
}
