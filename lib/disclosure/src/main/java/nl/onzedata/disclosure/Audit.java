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

  /// Looks for a table that agrees with what is shown, for each end of the interval of each
  /// unsafe set. It shares nothing with the choice of the cells to hide but the rules themselves,
  /// works on the atoms, and counts an end as protected only if it holds a table in whole numbers
  /// in its hands; what it cannot find (in time) is a finding. Safe for use by many threads.
  public static Audit of(FrequencyProblem problem, BitSet hidden) {
    Attack.check(problem, hidden);
    var requirements = Requirement.of(problem);
    try (var tables = new Tables(problem, hidden)) {
      var findings =
          tables.unmet(requirements).stream()
              .map(r -> new Finding(r.kind(), r.index(), r.set(), r.low(), r.high()))
              .toList();
      return new Audit(requirements.size(), findings);
    }
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
