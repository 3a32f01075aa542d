package nl.onzedata.app.web.lab;

import java.util.Map;
import java.util.Optional;
import nl.onzedata.app.web.Frame;
import nl.onzedata.core.dataset.ObjectionList;
import nl.onzedata.core.dataset.Objections;
import nl.onzedata.core.dossier.Basis;
import nl.onzedata.core.mandate.Mandate;

/// Says of a publication that some take no part because they objected (GDPR art. 21). How many is
/// said once for all its figures, about, and only if that gives nobody away.
final class LeftOutWords {
  private static final Map<String, String> UNITS =
      Map.of("huishouden", "lab.left-out.households", "persoon", "lab.left-out.people");

  private LeftOutWords() {}

  /// A sentence; nothing if nobody could have objected to these figures.
  static Optional<String> of(Published published, Objections objections, Frame frame) {
    var lists = published.act().act().snapshots().stream().filter(ObjectionList::isNamed).toList();
    if (lists.isEmpty()) {
      return Optional.empty();
    }
    // two lists can hold the same people: their numbers do not add up to one
    var only =
        lists.size() == 1 ? known(objections, lists.getFirst()) : Optional.<ObjectionList>empty();
    var unit =
        only.map(list -> UNITS.getOrDefault(list.kind(), "lab.left-out.people"))
            .orElse("lab.left-out.people");
    var number =
        only.flatMap(
            list ->
                below(published)
                    .map(below -> Objections.told(list.snapshot().rows(), below))
                    .filter(told -> told.isPresent())
                    .map(told -> told.getAsLong()));
    return Optional.of(
        number
            .map(
                about ->
                    frame.say(
                        "lab.left-out.about",
                        "number",
                        Long.toString(about),
                        "unit",
                        frame.say(unit)))
            .orElseGet(() -> frame.say("lab.left-out.untold", "unit", frame.say(unit))));
  }

  /// A list that cannot be read says nothing, and keeps no figure from being shown.
  private static Optional<ObjectionList> known(Objections objections, String id) {
    try {
      return objections.byId(id);
    } catch (Objections.Unreadable e) {
      return Optional.empty();
    }
  }

  /// Below which number the agreement that it ran under calls a number of people unsafe.
  private static Optional<Long> below(Published published) {
    return published
        .mandate()
        .map(mandate -> Basis.of(published.dossier(), mandate))
        .flatMap(
            read ->
                read instanceof Basis.Read.Usable(var basis)
                    ? basis.mandate().disclosure(Mandate.Measure.COUNT)
                    : Optional.empty())
        .map(Mandate.Disclosure::below);
  }
}
