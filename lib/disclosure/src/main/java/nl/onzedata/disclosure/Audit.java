package nl.onzedata.disclosure;

import java.util.BitSet;
import java.util.List;

/// What an attacker can still find out from a table with hidden cells.
///
/// @param checked how many cells and sets of atoms had to be protected
/// @param findings those that are not
public record Audit(int checked, List<Finding> findings) {
  public Audit {
    findings = List.copyOf(findings);
  }

  public boolean passed() {
    return findings.isEmpty();
  }

  /// Something that is not protected: `set` should be able to reach from `low` to `high`.
  public record Finding(Kind kind, int index, BitSet set, long low, long high) {
    public Finding {
      set = FrequencyProblem.copy(set);
    }

    @Override
    public BitSet set() {
      return FrequencyProblem.copy(set);
    }
  }

  /// What `index` in a finding counts: published cells, targets or group margins.
  public enum Kind {
    CELL,
    TARGET,
    GROUP_MARGIN
  }
}
