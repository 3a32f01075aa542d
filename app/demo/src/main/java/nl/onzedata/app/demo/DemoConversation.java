package nl.onzedata.app.demo;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import nl.onzedata.core.deliberation.Images;
import nl.onzedata.core.deliberation.Votes;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.StreamId;

/// The votes and images that a project's made-up people give, in a fixed order from a public
/// seed: all votes first, then how people saw the project before the conversation, and how a
/// part of them sees it after.
final class DemoConversation {
  private static final double PASSES = 1.0 / 12;
  private static final double VOTES = 0.8;
  private static final double TELLS_AGAIN = 0.6;

  private final StreamId project;
  private final DemoPeople people = DemoPeople.made();
  private final List<Vote> votes = new ArrayList<>();
  private final List<Told> images = new ArrayList<>();

  record Vote(String voter, String statement, Votes.Choice choice) {}

  record Told(String who, Images.Image image) {}

  DemoConversation(Yaml conversation, StreamId project) {
    this.project = project;
    var random = new SplittableRandom(DemoSeed.CONVERSATION);
    var statements = conversation.each("statements");
    conversation
        .at("voices")
        .entries()
        .forEach(
            (party, voice) -> {
              for (int person = 1; person <= voice.number("people"); person++) {
                var who = party + "-" + person;
                images.add(new Told(who, image(party, 1, voice, "before", random)));
                if (random.nextDouble() < TELLS_AGAIN) {
                  images.add(new Told(who, image(party, 2, voice, "after", random)));
                }
                for (int s = 0; s < statements.size(); s++) {
                  if (random.nextDouble() < VOTES) {
                    double agree = statements.get(s).at("agree").at(party).share();
                    votes.add(new Vote(who, "s" + (s + 1), choice(agree, random)));
                  }
                }
              }
            });
  }

  /// The sum of twelve even chances is close to a normal one.
  private static Images.Image image(
      String party, int wave, Yaml voice, String key, SplittableRandom random) {
    double sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    long score = Math.round(voice.number(key) + (sum - 6) * voice.number("spread"));
    return new Images.Image(party, wave, Math.clamp(score, 0, 100));
  }

  private static Votes.Choice choice(double agree, SplittableRandom random) {
    if (random.nextDouble() < PASSES) {
      return Votes.Choice.PASS;
    }
    return random.nextDouble() < agree ? Votes.Choice.AGREE : Votes.Choice.DISAGREE;
  }

  List<Vote> votes() {
    return List.copyOf(votes);
  }

  List<Told> images() {
    return List.copyOf(images);
  }

  /// Whether the last of all was given.
  boolean isDone(Images told) {
    var last = images.getLast();
    return told.of(project, who(last.who), last.image.wave()).isPresent();
  }

  /// Gives what was not given yet.
  void give(Votes cast, Images told, InstantSource clock) {
    Map<String, Map<String, Votes.Choice>> before = new HashMap<>();
    for (var vote : votes) {
      var known = before.computeIfAbsent(vote.voter, voter -> cast.of(project, who(voter)));
      if (!known.containsKey(vote.statement)) {
        cast.cast(project, who(vote.voter), vote.statement, vote.choice, clock.instant());
      }
    }
    for (var image : images) {
      if (told.of(project, who(image.who), image.image.wave()).isEmpty()) {
        told.tell(project, who(image.who), image.image, clock.instant());
      }
    }
  }

  private Pseudonym who(String name) {
    return people.of(project, name);
  }
}
