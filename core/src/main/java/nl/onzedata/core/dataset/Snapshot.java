package nl.onzedata.core.dataset;

import java.time.Instant;
import java.time.LocalDate;

/// One landed state of a dataset, which never changes.
///
/// @param dataset such as `leiden/huishouden`
/// @param id names it in public, and says nothing of the rows
/// @param referenceDate the day that the rows are about
/// @param digestHex SHA-256 of the file. Private: rows can be guessed and held against it
/// @param rows how many there are. Private, too
/// @param saltHex 32 random bytes, under which the log commits to the digest
/// @param synthetic whether it is a twin: rows of nobody
/// @param landed when it came in
public record Snapshot(
    String dataset,
    String id,
    LocalDate referenceDate,
    String digestHex,
    long rows,
    String saltHex,
    boolean synthetic,
    Instant landed) {}
