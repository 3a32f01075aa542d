package culprit.app.web;

/// What nothing below app may use.
public record Page(String title) {}
