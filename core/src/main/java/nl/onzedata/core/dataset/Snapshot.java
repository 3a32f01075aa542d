package nl.onzedata.core.dataset;

import java.time.Instant;
import java.time.LocalDate;

/// One landed state of a dataset.
public record Snapshot(
    String dataset,
    String id,
    LocalDate referenceDate,
    String digestHex,
    long rows,
    String saltHex,
    boolean synthetic,
    Instant landed) {}
