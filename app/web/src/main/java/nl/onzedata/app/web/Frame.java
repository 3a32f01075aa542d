package nl.onzedata.app.web;

import java.util.Optional;
import nl.onzedata.core.dossier.Diary;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.words.Words;

/// What every page needs around it: the reader's language, where we are, and who is signed in.
///
/// @param path of this page, for the language switch
/// @param signedIn how the visitor is called, to themselves
/// @param token against forged forms
public record Frame(
    Words words, String path, Optional<String> signedIn, String tokenName, String token) {
  /// The words of the pages and of everything that core says.
  public static Words words(String language) {
    return Words.load(language, Frame.class, "page").and(Diary.words(language));
  }

  /// A text of these pages, with the arguments `name, value, …`.
  public String say(String code, String... arguments) {
    return words.say("page." + code, arguments);
  }

  /// A public text in the reader's language.
  public String say(Phrase phrase) {
    return phrase.say(words.language());
  }

  /// The word for something that can be chosen.
  public String name(Enum<?> chosen) {
    return new Diary(words).name(chosen);
  }

  /// The BCP 47 tag of the page's language.
  public String language() {
    return words.language();
  }
}
