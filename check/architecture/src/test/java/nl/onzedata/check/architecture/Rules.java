package nl.onzedata.check.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import nl.onzedata.lineage.Plan;

/// The rules of the house, over the packages under a root: ours, or that of the classes that break
/// them.
final class Rules {
  /// The packages of core; each may only use those to its left (and the words).
  static final List<String> CORE =
      List.of(
          "journal",
          "document",
          "dataset",
          "project",
          "party",
          "deliberation",
          "mandate",
          "round",
          "query",
          "dashboard",
          "challenge",
          "dossier");

  private final String root;

  Rules(String root) {
    this.root = root;
  }

  ArchRule coreKnowsNoFrameworkDatabaseOrNetwork() {
    return noClasses()
        .that()
        .resideInAPackage(root + ".core..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "java.sql..",
            "javax.sql..",
            "java.net.http..",
            "jakarta..",
            "org.duckdb..",
            "org.postgresql..",
            "org.apache.calcite..",
            "com.google.ortools..");
  }

  ArchRule libUsesOnlyLib() {
    return noClasses()
        .that()
        .resideInAnyPackage(lib())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(root + ".core..", root + ".adapter..", root + ".app..");
  }

  ArchRule coreUsesNoAdapterAndNoApp() {
    return noClasses()
        .that()
        .resideInAPackage(root + ".core..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(root + ".adapter..", root + ".app..");
  }

  ArchRule adaptersUseNoApp() {
    return noClasses()
        .that()
        .resideInAPackage(root + ".adapter..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(root + ".app..");
  }

  ArchRule merkleNeedsOnlyTheJdk() {
    return classes()
        .that()
        .resideInAPackage(root + ".merkle..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "javax.crypto..", "org.jspecify..", root + ".merkle..");
  }

  ArchRule springIsForAppsOnly() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".app..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework..");
  }

  ArchRule onlyOptimiseSeesTheSolver() {
    return only(".optimise..", "com.google.ortools..");
  }

  ArchRule onlyLineageSeesCalcite() {
    return only(".lineage..", "org.apache.calcite..");
  }

  ArchRule onlyTheWarehouseSeesDuckDb() {
    return only(".adapter.warehouse..", "org.duckdb..");
  }

  ArchRule onlyThePostgresAdapterSeesPostgres() {
    return only(".adapter.postgres..", "org.postgresql..");
  }

  /// A scan that is made elsewhere would have the rows of whom objected in it.
  ArchRule onlyLeftOutReadsADataset() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackages(root + ".lineage..", root + ".check..")
        .and()
        .doNotHaveSimpleName("LeftOut")
        .should()
        .callConstructor(Plan.Scan.class, String.class, List.class);
  }

  ArchRule noPackageIsADrawerForAnything() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .resideInAnyPackage(
            root + "..util..",
            root + "..utils..",
            root + "..common..",
            root + "..helper..",
            root + "..helpers..");
  }

  ArchRule whatIsInternalStaysInside() {
    return classes().that().resideInAPackage(root + "..internal..").should(onlyBeUsedByItsParent());
  }

  ArchRule noPublicFieldChanges() {
    return com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields()
        .that()
        .areDeclaredInClassesThat(hand())
        .and()
        .arePublic()
        .and()
        .doNotHaveModifier(JavaModifier.SYNTHETIC)
        .should()
        .notBeFinal();
  }

  /// One rule per package of core: it uses nothing to its right.
  List<ArchRule> coreDependsLeftwards() {
    var rules = new ArrayList<ArchRule>();
    for (int i = 0; i < CORE.size() - 1; i++) {
      rules.add(
          noClasses()
              .that()
              .resideInAPackage(root + ".core." + CORE.get(i) + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(
                  CORE.subList(i + 1, CORE.size()).stream()
                      .map(name -> root + ".core." + name + "..")
                      .toArray(String[]::new))
              .allowEmptyShould(true));
    }
    return rules;
  }

  private ArchRule only(String owner, String whose) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackages(root + owner, root + ".check.bench..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(whose);
  }

  private String[] lib() {
    return List.of(".merkle..", ".optimise..", ".disclosure..", ".lineage..").stream()
        .map(name -> root + name)
        .toArray(String[]::new);
  }

  private DescribedPredicate<JavaClass> hand() {
    return DescribedPredicate.describe(
        "written by hand under " + root,
        type -> type.getPackageName().startsWith(root) && !type.getName().contains(".jte."));
  }

  private static ArchCondition<JavaClass> onlyBeUsedByItsParent() {
    return new ArchCondition<>("only be used by the package that it is internal to") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        var name = type.getPackageName();
        var parent = name.substring(0, name.indexOf(".internal"));
        type.getDirectDependenciesToSelf().stream()
            .filter(use -> !use.getOriginClass().getPackageName().startsWith(parent))
            .forEach(use -> events.add(SimpleConditionEvent.violated(type, use.getDescription())));
      }
    };
  }
}
