package nl.onzedata.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.onzedata.core.journal.ProjectAct.Answer;
import nl.onzedata.core.journal.ProjectAct.Charter;
import org.junit.jupiter.api.Test;

class CharterFormTest {
  private static Map<String, String> filled() {
    var filled = new TreeMap<String, String>();
    CharterForm.FIELDS.forEach(field -> filled.put(field.name() + ".nl", "tekst"));
    filled.put("interests.nl", "Gemeente: wil bouwen");
    filled.put(
        "participation.nl",
        IntStream.rangeClosed(1, 8).mapToObj(i -> i + ": zo").collect(Collectors.joining("\n")));
    filled.put("principles.nl", "TADA: ja");
    filled.put("contacts.nl", "Projectleider; 14 071; wonen@leiden.example");
    return filled;
  }

  private static CharterForm.Read read(Map<String, String> filled) {
    return CharterForm.read(name -> filled.getOrDefault(name, ""));
  }

  private static Charter fine(Map<String, String> filled) {
    return ((CharterForm.Read.Fine) read(filled)).charter();
  }

  private static List<String> wrong(Map<String, String> filled) {
    return List.copyOf(((CharterForm.Read.Wrong) read(filled)).problems().keySet());
  }

  @Test
  void aCharterNeedsNoEnglish() {
    assertThat(fine(filled()).question().in()).containsOnlyKeys("nl");
  }

  @Test
  void whatIsShownIsReadBackTheSame() {
    var filled = filled();
    filled.put("interests.en", "Municipality: wants to build");
    filled.put("contacts.en", "Project lead; 14 071; wonen@leiden.example");
    var charter = fine(filled);
    assertThat(CharterForm.read(name -> CharterForm.show(charter).getOrDefault(name, "")))
        .isEqualTo(new CharterForm.Read.Fine(charter));
  }

  @Test
  void allProblemsAreToldAtOnce() {
    var filled = filled();
    filled.put("question.nl", " ");
    filled.put("interests.nl", "zonder kop");
    filled.put("participation.nl", "Gevolgen: geen");
    filled.put("contacts.nl", "alleen een naam");
    filled.put("sources.en", "one\ntwo");
    assertThat(wrong(filled))
        .containsExactlyInAnyOrder(
            "question.nl", "interests.nl", "participation.nl", "contacts.nl", "sources.en");
  }

  @Test
  void onlyTheNoticeMayBeLeftEmpty() {
    var filled = filled();
    filled.replaceAll((name, value) -> "");
    var needed =
        CharterForm.FIELDS.stream()
            .filter(CharterForm.Field::isNeeded)
            .map(field -> field.name() + ".nl")
            .toList();
    assertThat(wrong(filled)).containsExactlyInAnyOrderElementsOf(needed);
  }

  @Test
  void aHeadingIsWhatStandsBeforeTheFirstColon() {
    var filled = filled();
    filled.put("principles.nl", "VNG: rechten: geregeld");
    assertThat(fine(filled).principles())
        .extracting((Answer answer) -> answer.answer().say("nl"))
        .containsExactly("rechten: geregeld");
  }
}
