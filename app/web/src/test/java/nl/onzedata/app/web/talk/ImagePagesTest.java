package nl.onzedata.app.web.talk;

import static nl.onzedata.app.web.talk.World.PROJECT;
import static nl.onzedata.app.web.talk.World.REQUEST;
import static nl.onzedata.app.web.talk.World.RESPONSE;
import static nl.onzedata.app.web.talk.World.TENANT;
import static nl.onzedata.app.web.talk.World.someone;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import nl.onzedata.core.deliberation.Images.Image;
import nl.onzedata.core.deliberation.Votes.Choice;
import nl.onzedata.core.journal.Role;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

class ImagePagesTest {
  private final World world = new World();
  private final ImagePages imagePages =
      new ImagePages(
          world.desk,
          world.pages,
          world,
          world.voices.votes,
          world.voices,
          new Pictures(world.voices, () -> world.now),
          () -> world.now);

  private String page() {
    return "" + imagePages.images("leiden", "huur", REQUEST, RESPONSE).getBody();
  }

  private ResponseEntity<String> tell(String slider, String score, String side) {
    return imagePages.tell("leiden", "huur", slider, score, side, REQUEST, RESPONSE);
  }

  @Test
  void aNumberThatIsFilledInCountsBeforeTheSlider() {
    world.talkingAbout();
    tell("50", "", "huurders");
    tell("50", "81", "huurders");
    assertThat(world.voices.told.stream().map(MemoryVoices.Told::image))
        .containsExactly(new Image("huurders", 1, 50), new Image("huurders", 1, 81));
    assertThat(page()).contains("Uw laatste antwoord: 81");
  }

  @Test
  void theSecondMeasurementBeginsWhenSomeoneVotedSinceTheFirst() {
    world.talkingAbout("Bouw eerst.");
    world.as(someone(1));
    world.voices.votes.cast(PROJECT, someone(1), "s1", Choice.AGREE, world.now);
    world.now = world.now.plusSeconds(1);
    tell("70", "", "");
    tell("71", "", "");
    world.now = world.now.plusSeconds(1);
    world.voices.votes.cast(PROJECT, someone(1), "s1", Choice.PASS, world.now);
    assertThat(page()).contains("tweede meting");
    tell("40", "", "");
    assertThat(world.voices.told.stream().map(told -> told.image().wave()))
        .containsExactly(1, 1, 2);
  }

  @Test
  void whoSitsOnASeatCountsForItsParty() {
    world.talkingAbout();
    world.as(TENANT, Role.SEAT_HOLDER);
    assertThat(page())
        .contains("Uw antwoord telt mee bij: Huurderspanel")
        .doesNotContain("<select");
    tell("90", "", "gemeente");
    assertThat(world.voices.told.getLast().image().side()).isEqualTo("panel");
  }

  @Test
  void whoWasInvitedForAPartyCountsForIt() {
    world.talkingAbout();
    world.party = Optional.of("gemeente");
    tell("10", "", "");
    assertThat(world.voices.told.getLast().image().side()).isEqualTo("gemeente");
  }

  @Test
  void whoHasNeitherChoosesAGroupOrCountsAsAResident() {
    world.talkingAbout();
    assertThat(page()).contains("Huurders", "een inwoner");
    tell("60", "", "");
    assertThat(world.voices.told.getLast().image().side()).isEqualTo("inwoner");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnceAndNothingIsKept() {
    var refused = tell("50", "101", "gemeente");
    assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(refused.getBody())
        .contains("Dit kan zodra het gesprek begonnen is")
        .contains("Gevonden: ‘101’", "Gevonden: ‘gemeente’");
    assertThat(world.voices.told).isEmpty();
  }

  @Test
  void thePictureIsMadeAnewAfterAMinute() {
    world.talkingAbout();
    assertThat(page()).contains("Nog te weinig mensen");
    for (int i = 0; i < 5; i++) {
      world.voices.tell(PROJECT, someone(i), new Image("panel", 1, 80 + i), world.now);
    }
    assertThat(page()).doesNotContain("midden 82");
    world.now = world.now.plusSeconds(60);
    assertThat(page()).contains("Huurderspanel: 5 mensen, midden 82");
  }
}
