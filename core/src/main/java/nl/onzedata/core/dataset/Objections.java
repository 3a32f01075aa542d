package nl.onzedata.core.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The lists of whom is left out because they objected (GDPR art. 21, *AVG-bezwaar*). No query can
/// name one, and nothing lists their keys. Safe for use by many threads.
public interface Objections {
  /// The last list of each dataset and purpose.
  ///
  /// @throws Unreadable if one cannot be read: then nothing may run
  List<ObjectionList> inForce();

  /// The list with that id, also one that was replaced since.
  Optional<ObjectionList> byId(String id);

  /// Its Parquet file, with one column [ObjectionList#KEY].
  Path file(ObjectionList list);

  /// Whether its file still is what was delivered; a run without it must be refused.
  boolean isWhole(ObjectionList list);

  /// A number of objectors as people may be told: rounded to 5, and nothing below the number that
  /// is unsafe.
  static OptionalLong told(long count, long below) {
    return count < below ? OptionalLong.empty() : OptionalLong.of((count + 2) / 5 * 5);
  }

  /// Where nobody can have objected: files that are tried out, or invented people.
  static Objections none() {
    return new Objections() {
      @Override
      public List<ObjectionList> inForce() {
        return List.of();
      }

      @Override
      public Optional<ObjectionList> byId(String id) {
        return Optional.empty();
      }

      @Override
      public Path file(ObjectionList list) {
        throw new IllegalArgumentException("no such list: " + list.id());
      }

      @Override
      public boolean isWhole(ObjectionList list) {
        return false;
      }
    };
  }

  /// What is kept of a list cannot be read.
  final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String dataset;
    private final String list;

    public Unreadable(String dataset, String list, Throwable cause) {
      super("the list %s of objections for %s cannot be read".formatted(list, dataset), cause);
      this.dataset = dataset;
      this.list = list;
    }

    /// The dataset that it was delivered for.
    public String dataset() {
      return dataset;
    }

    /// The list, by what is still known of it; it is named as one.
    public String list() {
      return list;
    }
  }
}
