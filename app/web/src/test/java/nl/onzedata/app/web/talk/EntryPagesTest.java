package nl.onzedata.app.web.talk;

import static nl.onzedata.app.web.talk.World.GUIDE;
import static nl.onzedata.app.web.talk.World.PROJECT;
import static nl.onzedata.app.web.talk.World.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.onzedata.app.web.Codes;
import nl.onzedata.core.deliberation.Votes;
import nl.onzedata.core.deliberation.Votes.Choice;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.Channel;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.StreamId;
import nl.onzedata.core.party.Parties.Batch;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

class EntryPagesTest {
  private static final Pseudonym RESIDENT = new Pseudonym("rrrrrrrrrrrrrrrr");

  private final World world = new World().talkingAbout("Meer bankjes", "Minder regels");
  private final EntryPages pages =
      new EntryPages(
          world.desk, world.pages, world, new OneCode(), world.voices.votes, () -> world.now);

  /// Knows one code.
  private static final class OneCode implements Codes {
    @Override
    public List<String> issue(StreamId project, Batch batch) {
      throw new IllegalStateException("nothing is issued here");
    }

    @Override
    public Map<String, Use> uses(StreamId project) {
      return Map.of();
    }

    @Override
    public void withdraw(StreamId project, String batch) {
      throw new IllegalStateException("nothing is withdrawn here");
    }

    @Override
    public Optional<Pseudonym> holder(StreamId project, String code) {
      return code.equals("goed") ? Optional.of(RESIDENT) : Optional.empty();
    }

    @Override
    public String address() {
      return "";
    }
  }

  private static HttpServletRequest filled(String... namesAndValues) {
    var values = new TreeMap<String, String[]>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], new String[] {namesAndValues[i + 1]});
    }
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            EntryPagesTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getParameterMap")) {
                return values;
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }

  private EntryPagesTest() {
    asGuide();
  }

  private void asGuide() {
    world.who = Optional.of(GUIDE);
    world.roles.add(Role.FACILITATOR);
  }

  private String page(String what) {
    return String.valueOf(
        pages.form("leiden", "huur", what, World.REQUEST, World.RESPONSE).getBody());
  }

  private ResponseEntity<String> enter(String what, String... namesAndValues) {
    return pages.enter("leiden", "huur", what, filled(namesAndValues), World.RESPONSE);
  }

  @Test
  void whoMayNotEnterForOthersIsToldWhoMay() {
    world.who = Optional.of(TENANT);
    world.roles.remove(Role.FACILITATOR);
    assertThat(
            pages.form("leiden", "huur", "", World.REQUEST, World.RESPONSE).getStatusCode().value())
        .isEqualTo(403);
    assertThat(enter("statement").getStatusCode().value()).isEqualTo(403);
  }

  @Test
  void votesFromAFormCountForWhoFilledItInAndGiveReceipts() {
    assertThat(page("votes")).contains("Meer bankjes", "Minder regels", "op papier");
    var entered =
        enter(
            "votes",
            "channel",
            "PAPER",
            "form",
            "2027-014",
            "code",
            "goed",
            "vote-s1",
            "AGREE",
            "vote-s2",
            "");
    assertThat(entered.getBody()).contains("Ontvangstbewijs", "Meer bankjes <strong>Eens");
    assertThat(world.voices.votes.receipts(PROJECT, RESIDENT))
        .isEqualTo(
            Map.of(
                "s1",
                new Votes.Receipt(
                    1,
                    Choice.AGREE,
                    world.now,
                    new Votes.Road(
                        Channel.PAPER, Optional.of(new Actor.Proxy(GUIDE, "2027-014"))))));
  }

  @Test
  void aStatementFromTheTelephoneWaitsForTheModerator() {
    var entered =
        enter(
            "statement", "channel", "PHONE", "form", "T-12", "code", "goed", "text", "Meer groen");
    assertThat(entered.getStatusCode().value()).isEqualTo(303);
    var statement = world.dossier().conversation().statements().getLast();
    assertThat(statement.by()).isEqualTo(RESIDENT);
    assertThat(world.dossier().conversation().waiting()).contains(statement);
  }

  @Test
  void everythingThatIsWrongStandsAtItsFieldAndNothingTypedIsLost() {
    var wrong =
        enter(
            "votes",
            "channel",
            "WEB",
            "form",
            "mevrouw Jansen",
            "code",
            "",
            "vote-s1",
            "misschien");
    assertThat(wrong.getStatusCode().value()).isEqualTo(422);
    assertThat(wrong.getBody())
        .contains("id=\"channel-wrong\"", "id=\"form-wrong\"", "id=\"code-wrong\"", "id=\"votes\"")
        .contains("value=\"mevrouw Jansen\"");
    var unknown =
        enter("votes", "channel", "PAPER", "form", "1", "code", "fout", "vote-s1", "DISAGREE");
    assertThat(unknown.getBody())
        .contains("Deze code geeft hier geen stem")
        .contains("value=\"DISAGREE\" checked");
    assertThat(world.voices.votes.cast).isEmpty();
  }

  @Test
  void withoutARoundASeatsAnswerCannotBeEntered() {
    assertThat(page("answer")).contains("De zetels kunnen nu geen antwoord geven.");
    assertThat(enter("answer", "channel", "PAPER", "form", "1").getBody())
        .contains("Kies een zetel die nu antwoord kan geven.", "Kies een antwoord.");
    world.language = "en";
    assertThat(page("answer")).contains("The seats cannot answer now.");
  }

  @Test
  void aSeatsAnswerOnPaperCountsForWhoSitsOnIt() {
    world.does(
        World.LEAD,
        Role.PROJECT_LEAD,
        new Command.ProposeArtefact(
            ArtefactKind.MANDATE, "afspraak", 0, World.both("Afspraak"), "mandate: x"));
    var mandate = world.dossier().project().latest(ArtefactKind.MANDATE).getLast().hash();
    world.does(
        GUIDE,
        Role.FACILITATOR,
        new Command.OpenRound(
            mandate, List.of(), world.now.plus(Duration.ofDays(9)), Optional.empty()));
    world.does(GUIDE, Role.FACILITATOR, new Command.NextPhase());
    world.does(GUIDE, Role.FACILITATOR, new Command.NextPhase());
    assertThat(page("answer")).contains("Huurderspanel, namens een lotingspanel");
    var wrong =
        enter("answer", "channel", "PAPER", "form", "1", "seat", "panel", "answer", "OBJECTION");
    assertThat(wrong.getBody()).contains("id=\"reason-wrong\"", "id=\"harm-wrong\"");
    enter("answer", "channel", "PAPER", "form", "1", "seat", "panel", "answer", "CONSENT");
    assertThat(world.dossier().running().orElseThrow().silent()).isEmpty();
    var entry = world.desk.journal().stream(PROJECT, 0).getLast();
    assertThat(entry.actor())
        .isEqualTo(
            new Actor(
                TENANT, Role.SEAT_HOLDER, Channel.PAPER, Optional.of(new Actor.Proxy(GUIDE, "1"))));
  }
}
