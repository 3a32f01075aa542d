package nl.onzedata.app.web.talk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.onzedata.core.deliberation.Images;
import nl.onzedata.core.deliberation.Votes;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.StreamId;

/// Votes and images of one project that are forgotten when the test ends.
final class MemoryVoices implements Images {
  record Told(Pseudonym who, Image image, Instant when) {}

  record Cast(
      Pseudonym who, String statement, Votes.Choice choice, Instant when, Votes.Road road) {}

  final List<Told> told = new ArrayList<>();
  final MemoryVotes votes = new MemoryVotes();

  @Override
  public long tell(StreamId project, Pseudonym who, Image image, Instant when) {
    told.add(new Told(who, image, when));
    return told.size();
  }

  @Override
  public Optional<Image> of(StreamId project, Pseudonym who, int wave) {
    return last(who, wave).map(Told::image);
  }

  @Override
  public Optional<Instant> when(StreamId project, Pseudonym who, int wave) {
    return last(who, wave).map(Told::when);
  }

  private Optional<Told> last(Pseudonym who, int wave) {
    return told.stream()
        .filter(one -> one.who.equals(who) && one.image.wave() == wave)
        .reduce((first, second) -> second);
  }

  @Override
  public List<Image> all(StreamId project) {
    var last = new LinkedHashMap<String, Image>();
    told.forEach(one -> last.put(one.who + " " + one.image.wave(), one.image));
    return List.copyOf(last.values());
  }

  @Override
  public Optional<Votes.Sealed> digest(StreamId project, long from) {
    throw new UnsupportedOperationException("pages seal nothing");
  }

  static final class MemoryVotes implements Votes {
    final List<Cast> cast = new ArrayList<>();

    @Override
    public long cast(
        StreamId project, Pseudonym who, String statement, Choice choice, Instant when, Road road) {
      cast.add(new Cast(who, statement, choice, when, road));
      return cast.size();
    }

    @Override
    public Map<String, Choice> of(StreamId project, Pseudonym who) {
      var of = new HashMap<String, Choice>();
      receipts(project, who).forEach((statement, receipt) -> of.put(statement, receipt.choice()));
      return of;
    }

    @Override
    public Map<String, Receipt> receipts(StreamId project, Pseudonym who) {
      var receipts = new HashMap<String, Receipt>();
      for (int i = 0; i < cast.size(); i++) {
        var vote = cast.get(i);
        if (vote.who.equals(who)) {
          receipts.put(vote.statement, new Receipt(i + 1, vote.choice, vote.when, vote.road));
        }
      }
      return receipts;
    }

    @Override
    public Map<String, Tally> tallies(StreamId project) {
      var last = new LinkedHashMap<String, Cast>();
      cast.forEach(vote -> last.put(vote.who + " " + vote.statement, vote));
      var tallies = new HashMap<String, Tally>();
      last.values()
          .forEach(vote -> tallies.merge(vote.statement, Tally.of(vote.choice), Tally::plus));
      return tallies;
    }

    @Override
    public long voters(StreamId project) {
      return cast.stream().map(Cast::who).distinct().count();
    }

    @Override
    public Optional<Sealed> digest(StreamId project, long from) {
      throw new UnsupportedOperationException("pages seal nothing");
    }
  }
}
