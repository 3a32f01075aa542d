package nl.onzedata.app.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.onzedata.core.deliberation.Images;
import nl.onzedata.core.deliberation.Votes;
import nl.onzedata.core.journal.Leaf;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.StreamId;

/// Votes and images that are forgotten when the test ends. A kill can be set in the votes.
final class MemoryConversation implements Images {
  final MemoryVotes votes = new MemoryVotes();
  final List<Told> told = new ArrayList<>();

  record Told(StreamId project, Pseudonym who, Image image) {}

  record Voted(StreamId project, Pseudonym who, String statement, Votes.Choice choice) {}

  @Override
  public long tell(StreamId project, Pseudonym who, Image image, Instant when) {
    told.add(new Told(project, who, image));
    return told.size();
  }

  @Override
  public Optional<Image> of(StreamId project, Pseudonym who, int wave) {
    return told.stream()
        .filter(t -> t.project.equals(project) && t.who.equals(who) && t.image.wave() == wave)
        .map(Told::image)
        .reduce((first, second) -> second);
  }

  @Override
  public Optional<Instant> when(StreamId project, Pseudonym who, int wave) {
    return of(project, who, wave).map(image -> Instant.EPOCH);
  }

  @Override
  public List<Image> all(StreamId project) {
    return told.stream().filter(t -> t.project.equals(project)).map(Told::image).toList();
  }

  @Override
  public Optional<Votes.Sealed> digest(StreamId project, long from) {
    return Optional.of(
        new Votes.Sealed(from, told.size(), "sha256:" + Leaf.sha256(told.toString())));
  }

  static final class MemoryVotes implements Votes {
    final List<Voted> cast = new ArrayList<>();
    int room = Integer.MAX_VALUE;

    @Override
    public long cast(
        StreamId project, Pseudonym who, String statement, Choice choice, Instant when, Road road) {
      if (cast.size() >= room) {
        throw new Killed();
      }
      cast.add(new Voted(project, who, statement, choice));
      return cast.size();
    }

    @Override
    public Map<String, Choice> of(StreamId project, Pseudonym who) {
      var last = new LinkedHashMap<String, Choice>();
      cast.stream()
          .filter(v -> v.project.equals(project) && v.who.equals(who))
          .forEach(v -> last.put(v.statement, v.choice));
      return last;
    }

    @Override
    public Map<String, Receipt> receipts(StreamId project, Pseudonym who) {
      var receipts = new LinkedHashMap<String, Receipt>();
      for (int i = 0; i < cast.size(); i++) {
        var vote = cast.get(i);
        if (vote.project.equals(project) && vote.who.equals(who)) {
          receipts.put(vote.statement, new Receipt(i + 1, vote.choice, Instant.EPOCH, Road.WEB));
        }
      }
      return receipts;
    }

    @Override
    public Map<String, Tally> tallies(StreamId project) {
      var tallies = new LinkedHashMap<String, Tally>();
      cast.stream()
          .filter(v -> v.project.equals(project))
          .forEach(v -> tallies.merge(v.statement, Tally.of(v.choice), Tally::plus));
      return tallies;
    }

    @Override
    public long voters(StreamId project) {
      return cast.stream().map(Voted::who).distinct().count();
    }

    @Override
    public Optional<Sealed> digest(StreamId project, long from) {
      return Optional.of(new Sealed(from, cast.size(), "sha256:" + Leaf.sha256(cast.toString())));
    }
  }
}
