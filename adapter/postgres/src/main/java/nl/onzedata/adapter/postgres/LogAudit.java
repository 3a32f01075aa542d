package nl.onzedata.adapter.postgres;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.Entry;
import nl.onzedata.core.journal.JournalStore;
import nl.onzedata.core.journal.Leaf;
import nl.onzedata.merkle.Hash;
import nl.onzedata.merkle.LogReader;
import nl.onzedata.merkle.Tile;
import nl.onzedata.merkle.TileReader;

/// What came of holding a log and the acts in the database against each other.
///
/// @param log what is wrong inside the log itself
/// @param acts the acts that are not what was published, by position
public record LogAudit(LogReader.Report log, List<Difference> acts) {
  public LogAudit {
    acts = List.copyOf(acts);
  }

  /// Whether nothing is wrong.
  public boolean valid() {
    return log.valid() && acts.isEmpty();
  }

  /// An act that the log has and the database has not, or has otherwise.
  ///
  /// @param stream the stream that it was published in, such as `leiden/scheefwonen`; empty if the
  ///     log does not tell because it is damaged there
  /// @param type its type when it was published; empty likewise
  /// @param missing whether the database has no act at this position
  public record Difference(long position, String stream, String type, boolean missing) {}

  /// Holds a log, read with its public key, against the acts in a journal. Changes nothing, and
  /// needs no lock: acts may come in meanwhile.
  public static LogAudit of(
      AuthorityId authority, LogReader reader, TileReader files, JournalStore journal) {
    var report = reader.verify();
    var differences = new ArrayList<Difference>();
    for (long first = 0; first < report.size(); first += Tile.FULL) {
      var width = (int) Math.min(Tile.FULL, report.size() - first);
      var acts = journal.authority(authority, first, width);
      var hashes = hashes(files, first / Tile.FULL, width);
      for (int i = 0; i < width; i++) {
        if (!Arrays.equals(hash(acts, first + i), hashes.get(i))) {
          differences.add(
              difference(reader, first + i, report.size(), at(acts, first + i).isEmpty()));
        }
      }
    }
    return new LogAudit(report, differences);
  }

  /// The hashes of a tile; empty ones where the file is too short or gone.
  private static List<byte[]> hashes(TileReader files, long index, int width) {
    var bytes =
        files
            .read(new Tile(0, index, width).path())
            .or(() -> files.read(new Tile(0, index, Tile.FULL).path()))
            .orElse(new byte[0]);
    var hashes = new ArrayList<byte[]>();
    for (int i = 0; i < width; i++) {
      var from = Math.min(bytes.length, i * Hash.LENGTH);
      hashes.add(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + Hash.LENGTH)));
    }
    return hashes;
  }

  private static byte[] hash(List<Entry> acts, long position) {
    return at(acts, position).stream()
        .map(act -> Hash.leaf(Leaf.of(act)).bytes())
        .findFirst()
        .orElse(new byte[1]);
  }

  private static List<Entry> at(List<Entry> acts, long position) {
    return acts.stream().filter(act -> act.position() == position).toList();
  }

  private static Difference difference(
      LogReader reader, long position, long size, boolean missing) {
    var leaf = leaf(reader, position, size);
    return new Difference(position, field(leaf, "stream"), field(leaf, "type"), missing);
  }

  private static String leaf(LogReader reader, long position, long size) {
    try {
      return new String(reader.leaf(position, size), StandardCharsets.UTF_8);
    } catch (IllegalStateException damaged) { // the report names the file
      return "";
    }
  }

  /// Streams and types have no characters that JSON would write otherwise.
  private static String field(String leaf, String name) {
    var found = Pattern.compile("\"" + name + "\":\"([^\"\\\\]*)\"").matcher(leaf);
    return found.find() ? found.group(1) : "";
  }
}
