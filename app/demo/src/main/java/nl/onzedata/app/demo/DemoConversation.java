package nl.onzedata.app.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import nl.onzedata.core.journal.StreamId;

/// The votes and images that a project's made-up people give, in a fixed order from a public
/// seed.
final class DemoConversation {
  private static final double PASSES = 1.0 / 12;

  private final StreamId project;
  private final DemoVoices voices;
  private final DemoPeople people = DemoPeople.made();
  private final List<Vote> votes = new ArrayList<>();
  private final List<Image> images = new ArrayList<>();

  record Vote(String voter, String statement, DemoVoices.Choice choice) {}

  record Image(String who, String party, int score) {}

  DemoConversation(Yaml conversation, StreamId project, DemoVoices voices) {
    this.project = project;
    this.voices = voices;
    var random = new SplittableRandom(DemoSeed.CONVERSATION);
    var statements = conversation.each("statements");
    conversation
        .at("voices")
        .entries()
        .forEach(
            (party, voice) -> {
              for (int person = 1; person <= voice.number("people"); person++) {
                var who = party + "-" + person;
                images.add(new Image(who, party, score(voice, random)));
                for (int s = 0; s < statements.size(); s++) {
                  if (random.nextDouble() < 0.8) {
                    double agree = statements.get(s).at("agree").at(party).share();
                    votes.add(new Vote(who, "s" + (s + 1), choice(agree, random)));
                  }
                }
              }
            });
  }

  private static int score(Yaml voice, SplittableRandom random) {
    double sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return Math.clamp(
        Math.round(voice.number("image") + (sum - 6) * voice.number("spread")), 0, 100);
  }

  private static DemoVoices.Choice choice(double agree, SplittableRandom random) {
    if (random.nextDouble() < PASSES) {
      return DemoVoices.Choice.PASS;
    }
    return random.nextDouble() < agree ? DemoVoices.Choice.AGREE : DemoVoices.Choice.DISAGREE;
  }

  List<Vote> votes() {
    return List.copyOf(votes);
  }

  List<Image> images() {
    return List.copyOf(images);
  }

  boolean isDone() {
    return voices.votes(project) >= votes.size() && voices.images(project) >= images.size();
  }

  /// Casts what was not cast yet.
  void cast() {
    votes.stream()
        .skip(voices.votes(project))
        .forEach(
            vote ->
                voices.vote(project, people.of(project, vote.voter), vote.statement, vote.choice));
    images.stream()
        .skip(voices.images(project))
        .forEach(
            image ->
                voices.image(project, people.of(project, image.who), image.party, image.score));
  }
}
