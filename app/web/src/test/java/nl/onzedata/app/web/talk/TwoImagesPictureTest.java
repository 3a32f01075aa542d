package nl.onzedata.app.web.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.onzedata.core.deliberation.Images.Image;
import nl.onzedata.core.deliberation.TwoImages.Side;
import nl.onzedata.core.journal.Phrase;
import org.junit.jupiter.api.Test;

class TwoImagesPictureTest {
  private final World world = new World();
  private final List<Image> images = new ArrayList<>();

  private void told(String side, int wave, int people, int score) {
    for (int i = 0; i < people; i++) {
      images.add(new Image(side, wave, score));
    }
  }

  private TwoImagesPicture picture() {
    return TwoImagesPicture.of(world.dossier(), images);
  }

  @Test
  void theGapIsFromGovernmentToTheFarthestAffectedGroupNotToTheMarket() {
    told("gemeente", 1, 5, 20);
    told("bureau", 1, 5, 100);
    told("panel", 1, 5, 80);
    told("huurders", 1, 5, 60);
    var gap = picture().gap().orElseThrow();
    assertThat(gap.to().id()).isEqualTo("panel");
    assertThat(gap.distance().value()).isEqualTo(60);
    assertThat(picture().rows().stream().map(TwoImagesPicture.Row::id))
        .containsExactly("gemeente", "huurders", "panel", "bureau");
  }

  @Test
  void fewerThanFivePeopleAreNoSide() {
    told("gemeente", 1, 5, 20);
    told("panel", 1, 4, 80);
    assertThat(picture().rows()).hasSize(1);
    assertThat(picture().gap()).isEmpty();
  }

  @Test
  void aSideThatTheProjectDoesNotKnowIsNotShown() {
    told("wie-dan-ook", 1, 9, 50);
    told(TwoImagesPicture.RESIDENT, 1, 5, 50);
    assertThat(picture().rows().stream().map(TwoImagesPicture.Row::id)).containsExactly("inwoner");
  }

  @Test
  void theSecondMeasurementIsShownOnceItsDistanceCanBeTold() {
    told("gemeente", 1, 5, 20);
    told("panel", 1, 5, 80);
    told("gemeente", 2, 5, 25);
    told("panel", 2, 4, 60);
    assertThat(picture().wave()).isEqualTo(1);
    told("panel", 2, 1, 60);
    var later = picture();
    assertThat(later.wave()).isEqualTo(2);
    assertThat(later.gap().orElseThrow().distance().value()).isEqualTo(35);
    assertThat(later.gap().orElseThrow().earlier().orElseThrow().value()).isEqualTo(60);
  }

  @Test
  void theDrawingSaysEverySideInWordsInBothLanguages() {
    told("gemeente", 1, 5, 20);
    told("panel", 1, 7, 80);
    assertThat(drawn(picture(), false))
        .contains("Gemeente Leiden: 5 mensen, midden 20", "60 punten (60–60)")
        .contains("role=\"img\"", "gemiddeld 60 van de 100 punten");
    world.language = "en";
    assertThat(drawn(picture(), false)).contains("Municipality of Leiden: 5 people, middle 20");
  }

  @Test
  void theDrawingIsWellFormedWhateverASideIsCalled() throws Exception {
    var name = "<b> \"R&D\" 'x' é 🏠 " + "lang ".repeat(40);
    var row =
        new TwoImagesPicture.Row(
            "x",
            Optional.of(Phrase.of(name, name)),
            Optional.of(new Side("x", List.of(0, 0, 50, 100, 100))),
            Optional.of(new Side("x", List.of(100, 100, 100, 100, 100))));
    for (boolean small : new boolean[] {false, true}) {
      var svg = drawn(new TwoImagesPicture(2, List.of(row), Optional.empty()), small);
      assertThat(svg).doesNotContain("style=").doesNotContain("NaN");
      var read =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
      assertThat(read.getDocumentElement().getAttribute("aria-label")).contains("🏠");
    }
  }

  private String drawn(TwoImagesPicture picture, boolean small) {
    return TwoImagesDrawing.svg(picture, world.frame(World.REQUEST, World.RESPONSE), small);
  }
}
