package nl.onzedata.core.journal;

import java.time.Instant;

/// An act as it stands in the log. `position` counts from 0 without gaps over the whole authority
/// and is the index of its leaf; `sequence` counts from 1 within the stream.
public record Entry(
    StreamId stream,
    long sequence,
    long position,
    String type,
    int version,
    String payload,
    Instant time,
    Actor actor) {}
