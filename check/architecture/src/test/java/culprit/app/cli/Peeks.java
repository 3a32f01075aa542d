package culprit.app.cli;

/// Breaks "what is internal stays inside" and "no public field changes".
public class Peeks {
  public culprit.lineage.internal.Hidden hidden = new culprit.lineage.internal.Hidden("seen");
}
