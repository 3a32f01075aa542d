package culprit.adapter.warehouse;

/// Breaks "adapters use no app".
public record UsesAPage(culprit.app.web.Page page) {}
