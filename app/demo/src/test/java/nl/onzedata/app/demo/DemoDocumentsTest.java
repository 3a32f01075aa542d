package nl.onzedata.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.ContractReading;
import nl.onzedata.core.journal.Leaf;
import nl.onzedata.core.mandate.MandateReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoDocumentsTest {
  @Test
  void everyContractReadsWithoutProblems() {
    assertThat(contracts()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"leiden/scheefwonen", "leiden/bomen"})
  void everyMandateReadsWithoutProblemsAndFitsItsContracts(String folder) {
    var text =
        Yaml.text(folder + "/mandate.yaml")
            .replace("${from}", "2027-04-01")
            .replace("${until}", "2028-03-31");
    text =
        Pattern.compile("\\$\\{hash:([a-z0-9-]+)\\}")
            .matcher(text)
            .replaceAll(
                found ->
                    "sha256:" + Leaf.sha256(Yaml.text(folder + "/" + found.group(1) + ".sql")));
    assertThat(MandateReading.read(text, contracts())).isInstanceOf(MandateReading.Fine.class);
  }

  private static List<Contract> contracts() {
    var contracts = new ArrayList<Contract>();
    for (var name : List.of("huishouden", "woning", "verhuizing", "bomen")) {
      var read = ContractReading.read(Yaml.text("leiden/contracts/" + name + ".yaml"));
      assertThat(read).isInstanceOf(ContractReading.Fine.class);
      contracts.add(((ContractReading.Fine) read).contract());
    }
    return contracts;
  }
}
