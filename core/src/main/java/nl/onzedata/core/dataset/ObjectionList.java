package nl.onzedata.core.dataset;

import java.util.HexFormat;
import nl.onzedata.core.journal.Commitment;

/// Who is left out: the keys of everyone of one kind who objected to one purpose (GDPR art. 21), as
/// the controller matched and delivered them. It never changes; a next delivery takes its place.
///
/// @param purpose what they objected to, a DPV code
/// @param kind of subject, such as `huishouden`
/// @param keys the type of a key
/// @param version from 1, one more with each delivery for the dataset and purpose
/// @param snapshot its file: the dataset it was delivered for, id, digest and salt; `rows` is how
///     many of the keys were in the dataset when the list came, which stays private
public record ObjectionList(
    String purpose, String kind, Contract.Kind keys, int version, Snapshot snapshot) {
  /// The one column of its file.
  public static final String KEY = "key";

  /// What ids of lists begin with; those of other snapshots do not.
  public static final String MARK = "o";

  /// Whether that is the id of a list.
  public static boolean isNamed(String id) {
    return id.startsWith(MARK);
  }

  /// What the public log may say of it: its file and all that decides whom it leaves out, sealed.
  public Commitment commitment() {
    return Commitment.to(
        HexFormat.of().parseHex(snapshot.saltHex()),
        String.join(
            "\n",
            snapshot.digestHex(),
            dataset(),
            purpose,
            kind,
            keys.name(),
            Integer.toString(version)));
  }

  /// The dataset that it was delivered for.
  public String dataset() {
    return snapshot.dataset();
  }

  /// Names it in public, and says nothing of the keys.
  public String id() {
    return snapshot.id();
  }

  /// Whether a dataset is about subjects of this kind with keys of the same controller.
  public boolean isAbout(Contract contract) {
    return contract.kind().filter(kind::equals).isPresent()
        && dataset().startsWith(contract.authority() + "/");
  }

  /// Nothing that tells how many there are.
  @Override
  public String toString() {
    return "objections %s to %s, version %d".formatted(dataset(), purpose, version);
  }
}
