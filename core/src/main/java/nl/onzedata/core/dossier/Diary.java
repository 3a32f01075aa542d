package nl.onzedata.core.dossier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.onzedata.core.journal.Act;
import nl.onzedata.core.journal.ActCodec;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.Channel;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.words.Message;
import nl.onzedata.core.words.Words;

/// Acts in plain words: one sentence each, from `act.TYPE` in the word files, with the values of
/// the act under the names of its parts.
public final class Diary {
  private final Words words;

  /// Needs the words of this package, see [#words].
  public Diary(Words words) {
    this.words = words;
  }

  /// The words of refusals, acts and everything that can be chosen.
  public static Words words(String language) {
    return Words.load(language, Diary.class, "dossier");
  }

  /// What was done, in a sentence.
  public String say(Act act) {
    var arguments = new TreeMap<String, String>();
    for (var part : act.getClass().getRecordComponents()) {
      try {
        arguments.put(part.getName(), say(part.getAccessor().invoke(act)));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("an act cannot be read: " + act, e);
      }
    }
    return words.say(new Message("act." + ActCodec.type(act), arguments));
  }

  /// By which road an act came, if someone entered it for another; without a name.
  public Optional<String> road(Actor actor) {
    return actor.enteredBy().map(proxy -> road(actor.channel(), proxy));
  }

  /// By which road something came that someone entered for another.
  public String road(Channel channel, Actor.Proxy proxy) {
    return words.say(
        new Message("entered", Map.of("channel", name(channel), "form", proxy.formReference())));
  }

  private String say(Object value) {
    return switch (value) {
      case Phrase phrase -> phrase.say(words.language());
      case Enum<?> chosen -> name(chosen);
      case List<?> list -> String.join(", ", list.stream().map(String::valueOf).toList());
      default -> value.toString();
    };
  }

  /// The word for something that can be chosen, such as a role or a phase.
  public String name(Enum<?> chosen) {
    return words.say(chosen.getDeclaringClass().getSimpleName() + "." + chosen.name());
  }
}
