package culprit.core.util;

/// Breaks "no package is a drawer for anything".
public record Drawer(String thing) {}
