package nl.onzedata.app.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import nl.onzedata.adapter.sources.ContractProposal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `onze propose-contract`: a data contract for what a file seems to hold.
@Command(
    name = "propose-contract",
    mixinStandardHelpOptions = true,
    description = "Propose a data contract for a CSV or Parquet file, for you to correct.",
    footer = {
      "",
      "It says that the rows are about people; that they are open is for you to say.",
      "",
      "Example:",
      "  onze propose-contract incomes.csv --dataset leiden/incomes --title Incomes > incomes.yaml"
    })
final class ProposeContractCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--dataset",
      required = true,
      paramLabel = "A/B",
      description = "What it is called, such as leiden/incomes; its SQL table is leiden.incomes.")
  private String dataset = "";

  @Option(
      names = "--title",
      paramLabel = "T",
      description = "What people call it (default: the dataset).")
  private Optional<String> title = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the contract is written (default: standard output).")
  private String out = "-";

  @Parameters(paramLabel = "FILE", description = "CSV or Parquet.")
  private String file = "";

  ProposeContractCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (!dataset.matches("[a-z][a-z0-9-]{0,59}/[a-z][a-z0-9_]{0,59}")) {
      throw new Unusable(
          "--dataset is '%s': expected authority/name in small letters, such as leiden/incomes"
              .formatted(dataset));
    }
    var source = Delivered.open(file, console);
    source.notes().forEach(note -> console.progress(Delivered.WORDS.say(note.message())));
    console.write(out, ContractProposal.yaml(dataset, title.orElse(dataset), source.columns()));
    return 0;
  }
}
