package nl.onzedata.core.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.TreeSet;
import nl.onzedata.core.journal.ActCodec;
import nl.onzedata.core.words.Words;
import org.junit.jupiter.api.Test;

class DiaryTest {
  @Test
  void bothLanguagesSayTheSameThings() {
    var dutch = Diary.words("nl");
    var english = Diary.words("en");
    assertThat(english.codes()).isEqualTo(dutch.codes());
    dutch
        .codes()
        .forEach(
            code -> assertThat(english.arguments(code)).as(code).isEqualTo(dutch.arguments(code)));
  }

  @Test
  void everyActHasASentenceThatItsPartsFill() {
    for (var language : Words.LANGUAGES) {
      var words = Diary.words(language);
      ActCodec.all()
          .forEach(
              (type, act) -> {
                var parts = new TreeSet<String>();
                Arrays.stream(act.getRecordComponents()).forEach(part -> parts.add(part.getName()));
                assertThat(parts).as(type).containsAll(words.arguments("act." + type));
              });
    }
  }

  @Test
  void everyCommandIsInTheTableOfRoles() {
    Permissions.commands()
        .forEach((name, command) -> assertThat(Permissions.of(command)).as(name).isNotEmpty());
  }
}
