package nl.onzedata.core.query;

/// An artefact's query as it is to be run.
///
/// @param artefact its id
/// @param hash of its definition, `sha256:…`
public record Asked(String artefact, String hash, String sql) {}
