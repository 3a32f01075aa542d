package nl.onzedata.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import nl.onzedata.adapter.postgres.Invitations.Invitation;
import nl.onzedata.adapter.postgres.Invitations.Redemption;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.ProjectId;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.StreamId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PeopleTest {
  private static final Database DATABASE = TestPostgres.emptyDatabase();
  private static final AuthorityId LEIDEN = new AuthorityId("leiden");
  private static final StreamId HOUSING = StreamId.of(LEIDEN, new ProjectId("scheefwonen"));
  private static final StreamId AIR = StreamId.of(LEIDEN, new ProjectId("lucht"));
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private final PostgresPeople people = new PostgresPeople(DATABASE, new SecureRandom());
  private final Invitations invitations = new PostgresInvitations(DATABASE, new SecureRandom());

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private PersonId someone() {
    return people.create("naam-" + UUID.randomUUID(), "{argon2}x").orElseThrow();
  }

  private String code(int uses) {
    return invitations.issue(
        new Invitation(
            HOUSING, Role.CODE_HOLDER, Optional.of("huurders"), uses, NOW.plusSeconds(60)));
  }

  private Redemption.Redeemed redeemed(String code, Optional<PersonId> who) {
    return (Redemption.Redeemed) invitations.redeem(code, who, NOW);
  }

  private static Invitation ofBatch(String batch, Role role) {
    return new Invitation(
        HOUSING, role, Optional.empty(), 1, NOW.plusSeconds(60), Optional.of(batch));
  }

  @Test
  void aBatchTellsHowManyCodesWereUsedAndTakesBackTheOthers() {
    var batch = "b" + UUID.randomUUID();
    var codes = invitations.issue(ofBatch(batch, Role.CODE_HOLDER), 3);
    assertThat(new HashSet<>(codes)).hasSize(3);
    var first = redeemed(codes.getFirst(), Optional.empty());
    invitations.withdraw(HOUSING, batch);
    assertThat(invitations.uses(HOUSING)).containsEntry(batch, new Invitations.Use(3, 1, 2));
    assertThat(invitations.redeem(codes.getLast(), Optional.empty(), NOW))
        .isEqualTo(new Redemption.Withdrawn());
    assertThat(redeemed(codes.getFirst(), Optional.empty()).person()).isEqualTo(first.person());
    assertThat(invitations.uses(AIR)).doesNotContainKey(batch);
  }

  @Test
  void aCodeForASeatGivesNoRoleBesideTheLog() {
    var code = invitations.issue(ofBatch("b" + UUID.randomUUID(), Role.SEAT_HOLDER), 1).getFirst();
    assertThat(people.roles(redeemed(code, Optional.empty()).person(), HOUSING)).isEmpty();
  }

  @Test
  void theHolderOfAPersonalCodeIsTheSameOnPaperAndOnTheWeb() {
    var code = code(1);
    var onPaper = invitations.holder(code, HOUSING, NOW).orElseThrow();
    assertThat(invitations.holder(code, HOUSING, NOW)).contains(onPaper);
    assertThat(redeemed(code, Optional.empty()).who()).isEqualTo(onPaper);
    assertThat(invitations.holder(code, AIR, NOW)).isEmpty();
    assertThat(invitations.holder(code(2), HOUSING, NOW)).isEmpty();
    assertThat(invitations.holder("aaaa-bbbb-cccc-dddd", HOUSING, NOW)).isEmpty();
  }

  @Test
  void anAccountIsFoundByItsNameInAnyCase() {
    var person = people.create("Fatima", "{argon2}x").orElseThrow();
    assertThat(people.find("FATIMA")).contains(new Accounts.Account(person, "Fatima", "{argon2}x"));
    people.changePassword(person, "{argon2}y");
    assertThat(people.find("fatima").orElseThrow().encodedPassword()).isEqualTo("{argon2}y");
    assertThat(people.find("fatima '")).isEmpty();
  }

  @Test
  void aNameIsGivenOutOnceWhateverItsCase() {
    assertThat(people.create("Dirk", "a")).isPresent();
    assertThat(people.create("dirk", "b")).isEmpty();
    assertThat(people.find("dirk").orElseThrow().encodedPassword()).isEqualTo("a");
  }

  @Test
  void anAccountDoesNotTellItsPassword() {
    assertThat(new Accounts.Account(someone(), "x", "geheim").toString()).doesNotContain("geheim");
  }

  @Test
  void aPersonHasAPseudonymOfTheirOwnInEveryPlaceAndKeepsIt() {
    var person = someone();
    var there = people.of(person, HOUSING);
    assertThat(people.of(person, HOUSING)).isEqualTo(there);
    assertThat(people.of(person, AIR)).isNotEqualTo(there);
    assertThat(people.of(person, StreamId.of(LEIDEN))).isNotEqualTo(there);
    assertThat(people.of(someone(), HOUSING)).isNotEqualTo(there);
  }

  @Test
  void lookingSomeoneUpMakesNoPseudonym() {
    var person = someone();
    assertThat(people.find(person, HOUSING)).isEmpty();
    assertThat(people.places(person)).isEmpty();
  }

  @Test
  void aRoleCountsOnlyWhereItWasGiven() {
    var person = someone();
    people.appoint(people.of(person, HOUSING), Role.FACILITATOR);
    people.appoint(people.of(person, HOUSING), Role.FACILITATOR);
    people.appoint(people.of(person, HOUSING), Role.MODERATOR);
    assertThat(people.roles(person, HOUSING))
        .containsExactlyInAnyOrder(Role.FACILITATOR, Role.MODERATOR);
    assertThat(people.roles(person, AIR)).isEmpty();
    people.dismiss(people.of(person, HOUSING), Role.MODERATOR);
    assertThat(people.roles(person, HOUSING)).containsExactly(Role.FACILITATOR);
  }

  @Test
  void anIdentityIsAlwaysTheSamePersonAlsoWhenSheComesInTwiceAtOnce() throws Exception {
    var subject = UUID.randomUUID().toString();
    var found = new HashSet<>(together(8, () -> people.ofIdentity("https://login.nl", subject)));
    assertThat(found).hasSize(1);
    assertThat(people.ofIdentity("https://elders.nl", subject)).isNotIn(found);
  }

  @Test
  void erasingAPersonLeavesNothingThatLeadsToThem() {
    var person = redeemed(code(1), Optional.empty()).person();
    people.appoint(people.of(person, AIR), Role.ANALYST);
    people.ofIdentity("https://login.nl", person.toString());
    people.erase(person);
    assertThat(people.places(person)).isEmpty();
    for (var table : List.of("pseudonym", "account", "identity", "redemption")) {
      assertThat(
              DATABASE.list(
                  new Sql("select 1 from " + table + " where person = ?", person.value()),
                  row -> row.getInt(1)))
          .isEmpty();
    }
  }

  @Test
  void aCodeGivesItsRoleInItsProject() {
    var redeemed = redeemed(code(1), Optional.empty());
    assertThat(people.roles(redeemed.person(), HOUSING)).containsExactly(Role.CODE_HOLDER);
    assertThat(people.of(redeemed.person(), HOUSING)).isEqualTo(redeemed.who());
    assertThat(redeemed.invitation().party()).contains("huurders");
  }

  @Test
  void aCodeMayBeTypedInCapitalsWithBlanksOrWithoutHyphens() {
    var code = code(1);
    var first = redeemed(code, Optional.empty());
    assertThat(redeemed(code.toUpperCase(Locale.ROOT).replace('-', ' '), Optional.empty()))
        .isEqualTo(first);
    assertThat(redeemed(code.replace("-", ""), Optional.empty())).isEqualTo(first);
  }

  @Test
  void whoComesBackWithAPersonalCodeIsTheSamePersonAndNobodyElseGetsIn() {
    var code = code(1);
    var holder = redeemed(code, Optional.empty());
    assertThat(redeemed(code, Optional.empty())).isEqualTo(holder);
    assertThat(invitations.redeem(code, Optional.of(someone()), NOW))
        .isEqualTo(new Redemption.UsedUp());
  }

  @Test
  void aCodeForThreeLetsInThreeAlsoWhenTenComeAtOnce() throws Exception {
    var code = code(3);
    var results = together(10, () -> invitations.redeem(code, Optional.empty(), NOW));
    assertThat(results).filteredOn(r -> r instanceof Redemption.Redeemed).hasSize(3);
    assertThat(results).filteredOn(r -> r instanceof Redemption.UsedUp).hasSize(7);
  }

  @Test
  void whoIsSignedInUsesACodeOnceHoweverOftenTheyTypeIt() {
    var code = code(2);
    var person = someone();
    assertThat(redeemed(code, Optional.of(person)).person()).isEqualTo(person);
    assertThat(redeemed(code, Optional.of(person)).person()).isEqualTo(person);
    assertThat(redeemed(code, Optional.empty()).person()).isNotEqualTo(person);
    assertThat(invitations.redeem(code, Optional.empty(), NOW)).isEqualTo(new Redemption.UsedUp());
  }

  @Test
  void anOldCodeAndAnInventedOneAreToldApart() {
    var code = code(1);
    assertThat(invitations.redeem(code, Optional.empty(), NOW.plus(Duration.ofMinutes(1))))
        .isEqualTo(new Redemption.Expired(NOW.plusSeconds(60)));
    assertThat(invitations.redeem("aaaa-bbbb-cccc-dddd", Optional.empty(), NOW))
        .isEqualTo(new Redemption.Unknown());
    assertThat(invitations.redeem("", Optional.empty(), NOW)).isEqualTo(new Redemption.Unknown());
  }

  @Test
  void theDatabaseDoesNotHoldTheCode() {
    var code = code(1);
    var rows =
        DATABASE.list(new Sql("select invitation::text from invitation"), row -> row.getString(1));
    assertThat(rows)
        .isNotEmpty()
        .noneMatch(row -> row.contains(code) || row.contains(code.replace("-", "")));
  }

  private static <T> List<T> together(int times, Callable<T> work) throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = new ArrayList<T>();
      for (var done : executor.invokeAll(IntStream.range(0, times).mapToObj(i -> work).toList())) {
        results.add(done.get());
      }
      return results;
    }
  }
}
