package nl.onzedata.app.web.lab;

import java.util.List;

/// What a question gave on synthetic twins: figures of nobody, or why there are none.
public sealed interface Preview {
  /// Figures, protected as real ones would be.
  record Shown(FigureTable table, long hidden) implements Preview {}

  /// There are none, for these reasons.
  record Not(List<String> reasons) implements Preview {
    public Not {
      reasons = List.copyOf(reasons);
    }
  }
}
