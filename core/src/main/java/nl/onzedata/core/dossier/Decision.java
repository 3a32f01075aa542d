package nl.onzedata.core.dossier;

import java.util.List;
import nl.onzedata.core.journal.Act;
import nl.onzedata.core.journal.KeptText;
import nl.onzedata.core.words.Message;

/// What follows from a command: acts, or every reason why not.
public sealed interface Decision {
  /// Yes: these acts, and the texts that lie beside the log.
  record Accepted(List<Act> acts, List<KeptText> texts) implements Decision {
    public Accepted {
      acts = List.copyOf(acts);
      texts = List.copyOf(texts);
    }
  }

  /// No, for these reasons; at least one.
  record Refused(List<Message> reasons) implements Decision {
    public Refused {
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("a refusal without a reason");
      }
    }
  }
}
