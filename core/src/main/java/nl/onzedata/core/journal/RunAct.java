package nl.onzedata.core.journal;

import java.util.List;

/// Acts of the pipeline.
public sealed interface RunAct extends Act {
  /// Artefacts were run under a mandate, and their protected figures published together.
  ///
  /// @param release its id
  /// @param mandate hash of the mandate it ran under
  /// @param clauses ids of the clauses that allowed each use
  /// @param artefacts hashes of the definitions that were run
  /// @param snapshots ids of the input
  /// @param engine name and version
  /// @param hash `sha256:` of the release
  /// @param unprotected commitment to the figures before protection
  record ReleasePublished(
      String release,
      String mandate,
      List<String> clauses,
      List<String> artefacts,
      List<String> snapshots,
      String engine,
      String hash,
      Commitment unprotected)
      implements RunAct {
    public ReleasePublished {
      clauses = List.copyOf(clauses);
      artefacts = List.copyOf(artefacts);
      snapshots = List.copyOf(snapshots);
    }
  }

  /// A run was refused, with the codes of the reasons.
  record RunRefused(List<String> artefacts, List<String> codes) implements RunAct {
    public RunRefused {
      artefacts = List.copyOf(artefacts);
      codes = List.copyOf(codes);
    }
  }

  /// Figures were kept back because of what was released before.
  record ReleaseWithheld(List<String> artefacts, String code) implements RunAct {
    public ReleaseWithheld {
      artefacts = List.copyOf(artefacts);
    }
  }
}
