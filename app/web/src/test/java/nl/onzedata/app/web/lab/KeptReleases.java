package nl.onzedata.app.web.lab;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.onzedata.core.query.Releases;

/// Releases until the test ends; `all` is open, so that a test can damage them.
final class KeptReleases implements Releases {
  final Map<String, Kept> all = new HashMap<>();

  @Override
  public Kept save(Kept release) {
    all.putIfAbsent(release.id(), release);
    return byId(release.id()).orElseThrow();
  }

  @Override
  public Optional<Kept> byId(String id) {
    return Optional.ofNullable(all.get(id));
  }

  @Override
  public List<Kept> onSubjects(Set<String> subjects) {
    return all.values().stream()
        .filter(kept -> kept.subjects().stream().anyMatch(subjects::contains))
        .toList();
  }
}
