package nl.onzedata.app.web.lab;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.onzedata.app.web.Counter;
import nl.onzedata.app.web.Counter.Ask;
import nl.onzedata.app.web.Frame;
import nl.onzedata.app.web.Pages;
import nl.onzedata.app.web.Visit;
import nl.onzedata.app.web.Visitors;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.ContractReading;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.project.Project.Dataset;
import nl.onzedata.core.project.Project.Snapshot;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The data of a project: what their contracts promise, in words, and which states landed. How many
/// rows there are is told to nobody.
@Controller
public final class DataPages {
  private static final int CODES = 12;

  private final Counter counter;
  private final Pages pages;

  public DataPages(Desk desk, Pages pages, Visitors visitors) {
    this.counter = new Counter(desk, pages, visitors);
    this.pages = pages;
  }

  /// A dataset, its contract if it can be read, and its snapshots, the newest first.
  public record Item(
      Dataset dataset,
      String name,
      Optional<Contract> contract,
      List<Column> columns,
      List<Snapshot> snapshots) {
    public Item {
      columns = List.copyOf(columns);
      snapshots = List.copyOf(snapshots);
    }
  }

  /// A column in words.
  public record Column(
      String name, String type, String codes, String description, String sensitivity) {}

  /// The datasets of a project.
  @GetMapping("/{authority}/{project}/data")
  public ResponseEntity<String> data(
      @PathVariable String authority,
      @PathVariable String project,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.page(
        new Ask(request, response, authority, project),
        visit ->
            pages.page(
                "lab/data",
                Map.of(
                    "visit",
                    visit,
                    "items",
                    visit.dossier().project().datasets().stream()
                        .map(dataset -> item(visit, dataset))
                        .toList())));
  }

  private static Item item(Visit visit, Dataset dataset) {
    var contract =
        ContractReading.read(dataset.contract()) instanceof ContractReading.Fine(var read)
            ? Optional.of(read)
            : Optional.<Contract>empty();
    return new Item(
        dataset,
        Sources.name(visit.dossier(), dataset.id(), visit.frame()),
        contract,
        contract.stream()
            .flatMap(known -> known.columns().stream())
            .map(column -> column(column, visit.frame()))
            .toList(),
        visit.dossier().project().snapshots().stream()
            .filter(snapshot -> snapshot.dataset().equals(dataset.id()))
            .sorted(Comparator.comparing(Snapshot::referenceDate).reversed())
            .toList());
  }

  private static Column column(Contract.Column column, Frame frame) {
    var codes = column.codes().stream().limit(CODES).collect(Collectors.joining(", "));
    int more = column.codes().size() - CODES;
    return new Column(
        column.name(),
        frame.say("lab.type." + column.kind().name()),
        more > 0
            ? frame.say("lab.data.more-codes", "codes", codes, "n", Integer.toString(more))
            : codes,
        frame.say(column.description()),
        frame.say("lab.sensitivity." + column.sensitivity().name()));
  }
}
