package nl.onzedata.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.journal.Role;
import org.junit.jupiter.api.Test;

class ProjectPageTest {
  private final Made made = new Made().opened();

  private String page() {
    return made.page(made.visit(), Filled.NOT);
  }

  @Test
  void aProjectWithoutACharterSaysWhatComesFirst() {
    assertThat(page()).contains("Het projectplan is er nog niet").contains("Stap 1 van 10, Plan.");
  }

  @Test
  void thePageOpensWithWhatOneCanDoAndWhy() {
    made.charted();
    var page = page();
    assertThat(page.indexOf("Wat u nu kunt doen"))
        .isPositive()
        .isLessThan(page.indexOf("Wie huurt er?"));
    assertThat(page).contains("autoriteitpersoonsgegevens.nl").contains("14 071");
  }

  @Test
  void aMissingGroupIsNamedAsAnEmptyPlace() {
    made.charted().joined();
    assertThat(page()).contains("Lege plek: Huurders").contains("stroke").contains("missing");
  }

  @Test
  void onlyWhoMayTakeASeatIsOfferedOne() {
    made.charted().joined();
    assertThat(page()).doesNotContain("Neem deze zetel in");
    made.give(Made.TENANT, Role.SEAT_HOLDER);
    assertThat(made.page(made.visitBy(Made.TENANT), Filled.NOT))
        .doesNotContain("Neem deze zetel in");
    made.lead(new Command.InviteToSeat("panel", Made.TENANT));
    assertThat(made.page(made.visitBy(Made.TENANT), Filled.NOT))
        .containsOnlyOnce("Neem deze zetel in");
  }

  @Test
  void aTextThatWasTypedIsShownAsTextOnly() {
    var page = made.page(made.visit(), Filled.with("report", Map.of("text", "<b>\"wij\"</b>")));
    assertThat(page).contains("&lt;b&gt;").doesNotContain("<b>");
  }

  @Test
  void aRefusedFormComesBackFilledInWithItsReasons() {
    var page =
        made.page(
            made.visit(),
            Filled.with("report", Map.of("text", "studenten")).refused(List.of("Te lang.")));
    assertThat(page).contains("role=\"alert\"").contains("Te lang.").contains(">studenten<");
  }

  @Test
  void theSamePageIsThereInEnglish() {
    made.charted().joined();
    made.language = "en";
    assertThat(page()).contains("What you can do now").contains("Empty place: Tenants");
  }

  @Test
  void everyFormCarriesTheTokenAgainstForgedForms() {
    made.charted().joined();
    made.does(Made.TENANT, Role.VISITOR, new Command.ReportGroup("Studenten ontbreken."));
    var page = made.page(made.visitBy(Made.LEAD), Filled.NOT);
    assertThat(page.split("<form method=\"post\"|<form class=\"form\" method=\"post\"", -1))
        .hasSameSizeAs(page.split("name=\"_csrf\"", -1));
  }
}
