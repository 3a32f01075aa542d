package nl.onzedata.core.journal;

import java.time.Instant;

/// An act that is ready to be appended: its type and schema version, and its payload as canonical
/// JSON (keys sorted, no blanks).
public record Draft(String type, int version, String payload, Instant time, Actor actor) {}
