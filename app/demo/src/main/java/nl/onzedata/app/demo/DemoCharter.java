package nl.onzedata.app.demo;

import java.util.List;
import nl.onzedata.core.journal.ProjectAct.Answer;
import nl.onzedata.core.journal.ProjectAct.Charter;
import nl.onzedata.core.journal.ProjectAct.Claim;
import nl.onzedata.core.journal.ProjectAct.Contact;

/// Reads a charter as it is written in the demo's content.
final class DemoCharter {
  private DemoCharter() {}

  static Charter of(Yaml charter) {
    return new Charter(
        charter.phrase("question"),
        charter.phrase("purpose"),
        charter.phrases("not-for"),
        charter.phrase("legal-basis"),
        claim(charter.at("service")),
        claim(charter.at("saving")),
        charter.phrase("without-data"),
        charter.phrase("who-pays"),
        answers(charter, "interests"),
        answers(charter, "participation"),
        answers(charter, "principles"),
        charter.phrases("sources"),
        charter.phrase("service-image"),
        charter.phrase("control-image"),
        charter.each("contacts").stream()
            .map(
                contact ->
                    new Contact(
                        contact.phrase("function"), contact.say("phone"), contact.say("mail")))
            .toList(),
        charter.phrase("rights"),
        charter.phrase("notice"));
  }

  private static Claim claim(Yaml claim) {
    return new Claim(claim.phrase("what"), claim.phrase("measure"));
  }

  private static List<Answer> answers(Yaml charter, String key) {
    return charter.each(key).stream()
        .map(answer -> new Answer(answer.phrase("to"), answer.phrase("answer")))
        .toList();
  }
}
