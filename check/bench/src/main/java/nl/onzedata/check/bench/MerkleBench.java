package nl.onzedata.check.bench;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import nl.onzedata.merkle.Checkpoint;
import nl.onzedata.merkle.Hash;
import nl.onzedata.merkle.InclusionProof;
import nl.onzedata.merkle.LogWriter;
import nl.onzedata.merkle.ProofCheck;
import nl.onzedata.merkle.SigningKey;
import nl.onzedata.merkle.TileStore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Checking that an entry is in a log of a million, and appending to a log in memory.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MerkleBench {
  private static final int HEIGHT = 20;
  private static final byte[] ENTRY = "an entry of the journal".getBytes(StandardCharsets.UTF_8);

  private final Hash leaf = Hash.leaf(ENTRY);
  private final InclusionProof proof = new InclusionProof(0, 1L << HEIGHT, path());
  private final Hash root = root();
  private final LogWriter log =
      LogWriter.open(new InMemory(), SigningKey.generate("bench.example/log", new SecureRandom()));

  /// For entry 0 of a full tree every sibling lies on the right, so any path belongs to some
  /// tree.
  private static List<Hash> path() {
    var path = new ArrayList<Hash>();
    for (int level = 0; level < HEIGHT; level++) {
      path.add(Hash.leaf(new byte[] {(byte) level}));
    }
    return path;
  }

  private Hash root() {
    var node = leaf;
    for (var sibling : proof.path()) {
      node = Hash.node(node, sibling);
    }
    return node;
  }

  @Benchmark
  public ProofCheck checkInclusion() {
    return proof.check(leaf, root);
  }

  /// One entry, with its tiles and a signed checkpoint.
  @Benchmark
  public Checkpoint append() {
    return log.append(List.of(ENTRY));
  }

  private static final class InMemory implements TileStore {
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    @Override
    public Optional<byte[]> read(String path) {
      return Optional.ofNullable(files.get(path));
    }

    @Override
    public void write(String path, byte[] bytes) {
      files.put(path, bytes);
    }
  }
}
