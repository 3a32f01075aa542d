package nl.onzedata.core.document;

import nl.onzedata.core.words.Message;

/// One thing that is wrong with a document.
///
/// @param path of the part, such as `data/leiden/huishouden/columns/type`; empty: the document
/// @param line counted from 1; 0 if there is no text to point at
/// @param message what was found, what was expected and what to do
public record Problem(String path, int line, Message message) {}
