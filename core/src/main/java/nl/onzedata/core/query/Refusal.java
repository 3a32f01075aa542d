package nl.onzedata.core.query;

import java.util.Optional;
import nl.onzedata.core.words.Message;
import nl.onzedata.lineage.Place;

/// One reason why a query may not run.
///
/// @param code one of semantics §10, such as `USE` or `CUT-SIDE`; its words are `check.CODE`
/// @param clause the clause that it goes beyond, such as `data/leiden/huishouden/columns/type`, or
///     the nearest that is there; empty if there is none
/// @param subject what it is about, such as `leiden.huishouden.type`; empty for the whole query
/// @param place where in the text
/// @param message what was found and what was agreed
/// @param fix the smallest change that would pass
public record Refusal(
    String code,
    String clause,
    String subject,
    Place place,
    Message message,
    Optional<Message> fix) {}
