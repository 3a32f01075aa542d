package nl.onzedata.core.journal;

/// Something that was decided or done: an immutable fact, in plain values and ids. What it means is
/// told by the packages to the right; `docs/acts.md` lists them all.
public sealed interface Act
    permits AuthorityAct,
        ProjectAct,
        PartyAct,
        ConversationAct,
        RoundAct,
        MandateAct,
        RunAct,
        ChallengeAct {}
