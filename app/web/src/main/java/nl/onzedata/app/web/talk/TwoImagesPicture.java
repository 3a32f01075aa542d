package nl.onzedata.app.web.talk;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.onzedata.core.deliberation.Images.Image;
import nl.onzedata.core.deliberation.TwoImages;
import nl.onzedata.core.deliberation.TwoImages.Distance;
import nl.onzedata.core.deliberation.TwoImages.Side;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.journal.PartyAct.Helix;
import nl.onzedata.core.journal.Phrase;

/// How each side sees a project, ready to be drawn and told. Immutable.
///
/// @param wave the measurement that is shown: the second once a distance can be told from it
/// @param rows the sides with enough people, from service to control
/// @param gap from government to the affected group that is farthest from it
public record TwoImagesPicture(int wave, List<Row> rows, Optional<Gap> gap) {
  /// The side of residents who name no group.
  public static final String RESIDENT = "inwoner";

  /// Before anyone told anything.
  public static final TwoImagesPicture NONE =
      new TwoImagesPicture(Measurement.FIRST, List.of(), Optional.empty());

  public TwoImagesPicture {
    rows = List.copyOf(rows);
  }

  /// A side.
  ///
  /// @param name of the party or group; nothing for residents who name none
  /// @param now how it sees the project in the measurement that is shown, if enough people told
  /// @param before how it saw it in the measurement before that
  public record Row(String id, Optional<Phrase> name, Optional<Side> now, Optional<Side> before) {
    double median() {
      return now.or(() -> before).map(Side::median).orElse(50.0);
    }
  }

  /// How far government and the farthest affected group are apart.
  ///
  /// @param earlier the same two in the measurement before
  public record Gap(Row from, Row to, Distance distance, Optional<Distance> earlier) {}

  /// The picture of these images of a project.
  public static TwoImagesPicture of(Dossier dossier, List<Image> images) {
    var first = named(TwoImages.sides(images, Measurement.FIRST), dossier);
    var second = named(TwoImages.sides(images, Measurement.SECOND), dossier);
    var later = farthest(dossier, second);
    boolean isLater =
        later.isPresent() || (farthest(dossier, first).isEmpty() && !second.isEmpty());
    var now = isLater ? second : first;
    var before = isLater ? first : Map.<String, Side>of();
    var rows =
        Stream.concat(now.keySet().stream(), before.keySet().stream())
            .distinct()
            .map(id -> row(dossier, id, now, before))
            .sorted(Comparator.comparingDouble(Row::median).thenComparing(Row::id))
            .toList();
    var distance = isLater ? later : farthest(dossier, first);
    return new TwoImagesPicture(
        isLater ? Measurement.SECOND : Measurement.FIRST,
        rows,
        distance.map(
            apart ->
                new Gap(
                    row(dossier, apart.one(), now, before),
                    row(dossier, apart.other(), now, before),
                    apart,
                    earlier(apart, before))));
  }

  private static Optional<Distance> earlier(Distance apart, Map<String, Side> before) {
    var one = before.get(apart.one());
    var other = before.get(apart.other());
    return one == null || other == null
        ? Optional.empty()
        : Optional.of(TwoImages.distance(one, other));
  }

  private static Row row(
      Dossier dossier, String id, Map<String, Side> now, Map<String, Side> before) {
    return new Row(
        id,
        name(dossier, id),
        Optional.ofNullable(now.get(id)),
        Optional.ofNullable(before.get(id)));
  }

  /// From the first government party with enough people to the affected side that is farthest.
  private static Optional<Distance> farthest(Dossier dossier, Map<String, Side> sides) {
    var affected = affected(dossier);
    return dossier.parties().parties().stream()
        .filter(party -> party.helix() == Helix.GOVERNMENT && sides.containsKey(party.id()))
        .findFirst()
        .flatMap(
            government -> {
              var two = new TreeMap<>(sides);
              two.keySet().removeIf(id -> !affected.contains(id) && !id.equals(government.id()));
              return TwoImages.farthest(two, government.id());
            });
  }

  /// The affected groups, and the parties that sit for them.
  private static TreeSet<String> affected(Dossier dossier) {
    var affected = new TreeSet<String>();
    dossier.project().groups().forEach(group -> affected.add(group.id()));
    dossier.parties().seats().stream()
        .filter(seat -> seat.group().isPresent())
        .forEach(seat -> affected.add(seat.party()));
    return affected;
  }

  /// Only sides that the project knows; an id of something else is not shown to anyone.
  private static Map<String, Side> named(Map<String, Side> sides, Dossier dossier) {
    var named = new TreeMap<>(sides);
    named.keySet().removeIf(id -> !id.equals(RESIDENT) && name(dossier, id).isEmpty());
    return named;
  }

  /// The name of a party or an affected group.
  static Optional<Phrase> name(Dossier dossier, String id) {
    return Stream.of(
            dossier.parties().party(id).map(party -> party.name()).orElse(null),
            dossier.project().group(id).map(group -> group.name()).orElse(null))
        .filter(Objects::nonNull)
        .findFirst();
  }
}
