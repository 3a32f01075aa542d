package nl.onzedata.app.web.round;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import nl.onzedata.app.web.Frame;
import nl.onzedata.app.web.Pages;
import nl.onzedata.app.web.Visit;
import nl.onzedata.app.web.Visitors;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.PartyAct.Helix;
import nl.onzedata.core.journal.PartyAct.Representation;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.journal.ProjectAct.Form;
import nl.onzedata.core.journal.ProjectId;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.RoundAct.Answer;
import nl.onzedata.core.journal.StreamId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// A project with five seats, and a way to look at its pages as anyone, at any time.
final class Town implements Visitors {
  static final StreamId PROJECT =
      StreamId.of(new AuthorityId("leiden"), new ProjectId("scheefwonen"));
  static final Pseudonym LEAD = who('l');
  static final Pseudonym GUIDE = who('g');
  static final Pseudonym BODY = who('b');
  static final Pseudonym CLERK = who('c');
  static final Pseudonym RESIDENT = who('r');

  final MemoryJournal journal = new MemoryJournal();
  Instant now = Instant.parse("2027-01-10T10:00:00Z");
  final Desk desk = new Desk(journal, () -> now, new SecureRandom());
  final Pages pages = new Pages();

  private String language = "nl";
  private Optional<Pseudonym> who = Optional.empty();
  private EnumSet<Role> roles = EnumSet.of(Role.VISITOR);

  /// An empty project.
  static Town empty() {
    var town = new Town();
    town.done(
        LEAD,
        Role.PROJECT_LEAD,
        new Command.OpenProject(text("Scheefwonen"), text("Wie woont waar?"), Form.LIVING_LAB));
    return town;
  }

  /// With two affected groups, five taken seats, an indicator, and a mandate that names it.
  static Town ready() {
    var town = empty();
    town.group("huurders", "Huurders");
    town.group("zoekenden", "Woningzoekenden");
    town.seat("gemeente", "Gemeente Leiden", Helix.GOVERNMENT, Optional.empty());
    town.seat("datacentrum", "Datacentrum", Helix.KNOWLEDGE, Optional.empty());
    town.seat("bureau", "Bureau Woonwijzer", Helix.MARKET, Optional.empty());
    town.seat("huurders", "Huurderspanel", Helix.CITIZENS, Optional.of("huurders"));
    town.seat("zoekers", "Vereniging van zoekenden", Helix.CITIZENS, Optional.of("zoekenden"));
    town.propose(ArtefactKind.INDICATOR, "aandeel", "Aandeel per wijk", "SELECT 1\nFROM t");
    town.mandate("2027-02-01", "2028-01-31");
    return town;
  }

  static Pseudonym who(char letter) {
    return new Pseudonym(String.valueOf(letter).repeat(16));
  }

  static Phrase text(String text) {
    return Phrase.of(text, text);
  }

  /// Who sits on a seat.
  static Pseudonym on(String seat) {
    return who(seat.charAt(0) == 'g' ? 't' : seat.charAt(0));
  }

  void group(String id, String name) {
    done(LEAD, Role.PROJECT_LEAD, new Command.NameGroup(id, text(name), text("in data"), true));
  }

  void seat(String id, String name, Helix helix, Optional<String> group) {
    offer(id, name, helix, group);
    invite(id, on(id));
    done(on(id), Role.SEAT_HOLDER, new Command.TakeSeat(id));
  }

  void invite(String seat, Pseudonym person) {
    done(CLERK, Role.CLERK, new Command.InviteToSeat(seat, person));
  }

  void offer(String id, String name, Helix helix, Optional<String> group) {
    done(LEAD, Role.PROJECT_LEAD, new Command.JoinParty(id, helix, text(name), text("belang")));
    done(
        LEAD, Role.PROJECT_LEAD, new Command.OfferSeat(id, id, group, Representation.ORGANISATION));
  }

  void propose(ArtefactKind kind, String id, String title, String definition) {
    int last = dossier().project().latest(kind, id).map(artefact -> artefact.version()).orElse(0);
    done(
        LEAD,
        Role.PROJECT_LEAD,
        new Command.ProposeArtefact(kind, id, last, text(title), definition));
  }

  /// Proposes a mandate for a period that names the last version of the indicator.
  void mandate(String from, String until) {
    var indicator = dossier().project().latest(ArtefactKind.INDICATOR).getFirst();
    propose(
        ArtefactKind.MANDATE,
        "leiden-scheefwonen",
        "Afspraak scheefwonen",
        """
        mandate: leiden-scheefwonen
        purpose:
          code: "dpv:PublicPolicyMaking"
          nl: Zien of er genoeg middenhuur is
          en: To see whether there are enough mid-priced homes
          not-for: ["dpv:LawEnforcement"]
        legal-basis: {gdpr: "6(1)(e)", law: "Huisvestingswet 2014"}
        term: experiment
        period: {from: %s, until: %s}
        audience: public
        data:
          - dataset: leiden/huishouden
            subject: hh_id
            columns:
              woning_id: [link]
              jaarinkomen_eur: [filter]
              type: [group]
            classes: {jaarinkomen_eur: {cuts: [34229], closed: lower}}
          - dataset: leiden/woning
            subject: none
            columns:
              woning_id: [link]
              wijk: [group]
        joins: ["leiden/huishouden.woning_id = leiden/woning.woning_id"]
        grain: {geography: wijk, time: year, keys-together: 5}
        disclosure:
          - {measure: count, rule: minimum-frequency, unsafe: "< 10", interval: [1, 9], zeros: shown, group-disclosure: all-or-all-but-one, secondary: optimal}
        releases: {every: year}
        indicators: listed
        artefacts:
          - {id: aandeel, hash: "%s"}
        conditions:
          - kind: report-back
            to: huurderspanel
            every: P1Y
            text: {nl: Elk jaar terug naar het huurderspanel, en: Back to the tenants' panel every year}
        """
            .formatted(from, until, indicator.hash()));
  }

  String mandateHash() {
    return dossier().project().latest(ArtefactKind.MANDATE).getFirst().hash();
  }

  /// Gives someone a role that a project gives, unless they have it.
  private void ensure(Pseudonym person, Role role) {
    var given =
        EnumSet.complementOf(
            EnumSet.of(
                Role.VISITOR,
                Role.CODE_HOLDER,
                Role.CLERK,
                Role.OPERATOR,
                Role.COUNCIL_MEMBER,
                Role.AUDITOR));
    if (dossier().exists()
        && given.contains(role)
        && !dossier().project().rolesOf(person).contains(role)) {
      assertThat(
              desk.does(
                  PROJECT, new Command.GiveRole(person, role), Actor.onTheWeb(CLERK, Role.CLERK)))
          .isInstanceOf(Desk.Outcome.Done.class);
    }
  }

  Dossier dossier() {
    return desk.dossier(PROJECT);
  }

  Desk.Outcome does(Pseudonym person, Role as, Command command) {
    ensure(person, as);
    return desk.does(PROJECT, command, Actor.onTheWeb(person, as));
  }

  void done(Pseudonym person, Role as, Command command) {
    assertThat(does(person, as, command)).isInstanceOf(Desk.Outcome.Done.class);
  }

  /// Opens a round of fourteen days.
  void open(Optional<Integer> integrates) {
    done(
        GUIDE,
        Role.FACILITATOR,
        new Command.OpenRound(
            mandateHash(),
            List.of(dossier().project().latest(ArtefactKind.INDICATOR).getFirst().hash()),
            now.plus(Duration.ofDays(14)),
            integrates));
  }

  void next() {
    done(GUIDE, Role.FACILITATOR, new Command.NextPhase());
  }

  /// Opens a round and brings it to where the seats answer.
  void deciding() {
    open(Optional.empty());
    next();
    next();
  }

  void answer(String seat, Answer answer, String reason) {
    done(on(seat), Role.SEAT_HOLDER, new Command.GiveAnswer(seat, answer, reason, "schade"));
  }

  void consent(String... seats) {
    for (var seat : seats) {
      answer(seat, Answer.CONSENT, "");
    }
  }

  void test(String objector, String tester, boolean upheld) {
    done(
        on(tester),
        Role.SEAT_HOLDER,
        new Command.TestObjection(objector, tester, upheld, "omdat " + tester));
  }

  void close() {
    done(GUIDE, Role.FACILITATOR, new Command.CloseRound());
  }

  /// A round in which every seat consents.
  void adopt() {
    deciding();
    consent("gemeente", "datacentrum", "bureau", "huurders", "zoekers");
    close();
  }

  void inForce() {
    adopt();
    done(
        BODY,
        Role.COMPETENT_BODY,
        new Command.PutInForce(
            text("college"), "B-1", java.time.LocalDate.parse("2027-01-10"), text("positief")));
  }

  /// Looks as somebody in a role.
  Town as(Pseudonym person, Role... in) {
    who = Optional.of(person);
    roles = EnumSet.of(Role.VISITOR, in);
    for (var role : in) {
      ensure(person, role);
    }
    return this;
  }

  Town asVisitor() {
    who = Optional.empty();
    roles = EnumSet.of(Role.VISITOR);
    return this;
  }

  Town asSeat(String seat) {
    return as(on(seat), Role.SEAT_HOLDER);
  }

  Town asGuide() {
    return as(GUIDE, Role.FACILITATOR);
  }

  Town asLead() {
    return as(LEAD, Role.PROJECT_LEAD);
  }

  Town asBody() {
    return as(BODY, Role.COMPETENT_BODY);
  }

  Town in(String tag) {
    language = tag;
    return this;
  }

  /// What a person reads: the text of the page's main part, blanks made one.
  static String read(ResponseEntity<String> page) {
    var body = page.getBody();
    assertThat(body).as("a page, not %s", page).isNotNull();
    return body.substring(body.indexOf("<main"), body.indexOf("</main>"))
        .replaceAll("<(script|style)[^>]*>.*?</\\1>", "")
        .replaceAll("<[^>]*>", " ")
        .replace("&#39;", "'")
        .replace("&#34;", "\"")
        .replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replaceAll("\\s+", " ")
        .replaceAll(" ([.,:;])", "$1");
  }

  static MultiValueMap<String, String> form(String... namesAndValues) {
    var form = new LinkedMultiValueMap<String, String>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      form.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return form;
  }

  /// Where a form sends the browser on to.
  static String sentTo(ResponseEntity<String> answer) {
    assertThat(answer.getStatusCode().value()).isEqualTo(303);
    return String.valueOf(answer.getHeaders().getFirst(HttpHeaders.LOCATION));
  }

  @Override
  public Frame frame(HttpServletRequest request, HttpServletResponse response) {
    return new Frame(
        Frame.words(language),
        "/leiden/scheefwonen",
        Optional.empty(),
        List.of(),
        "_csrf",
        "token",
        Optional.empty());
  }

  @Override
  public Visit visit(HttpServletRequest request, HttpServletResponse response, Dossier dossier) {
    return new Visit(frame(request, response), dossier, who, roles, now);
  }

  @Override
  public Visit doing(HttpServletRequest request, HttpServletResponse response, Dossier dossier) {
    return visit(request, response, dossier);
  }

  @Override
  public void play(
      HttpServletRequest request, HttpServletResponse response, Optional<String> person) {}

  @Override
  public Optional<String> party(HttpServletRequest request, StreamId project) {
    return Optional.empty();
  }
}
