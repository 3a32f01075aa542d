package nl.onzedata.core.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.ContractReading;

/// A mandate and contracts that these tests change a little.
final class Samples {
  static final String MANDATE = text("mandate.yaml");

  /// The same, with everything else that the language has.
  static final String WHOLE = text("whole.yaml");
  static final List<Contract> CONTRACTS =
      List.of(contract("huishouden.yaml"), contract("woning.yaml"), contract("bomen.yaml"));

  private Samples() {}

  static String text(String name) {
    try (var in = Samples.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Contract contract(String name) {
    var read = ContractReading.read(text(name));
    assertThat(read).isInstanceOf(ContractReading.Fine.class);
    return ((ContractReading.Fine) read).contract();
  }

  static Mandate mandate(String yaml) {
    var read = MandateReading.read(yaml);
    assertThat(read).isInstanceOf(MandateReading.Fine.class);
    return ((MandateReading.Fine) read).mandate();
  }
}
