package nl.onzedata.app.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.onzedata.core.query.Releases;

/// Releases in memory. Used by one thread.
final class MemoryReleases implements Releases {
  final List<Kept> all = new ArrayList<>();

  @Override
  public Kept save(Kept release) {
    var there = byId(release.id());
    if (there.isEmpty()) {
      all.add(release);
      return release;
    }
    if (!there.get().json().equals(release.json())) {
      throw new IllegalStateException("another one: " + release.id());
    }
    return there.get();
  }

  @Override
  public Optional<Kept> byId(String id) {
    return all.stream().filter(kept -> kept.id().equals(id)).findFirst();
  }

  @Override
  public List<Kept> onSubjects(Set<String> subjects) {
    return all.stream()
        .filter(kept -> kept.subjects().stream().anyMatch(subjects::contains))
        .toList();
  }
}
