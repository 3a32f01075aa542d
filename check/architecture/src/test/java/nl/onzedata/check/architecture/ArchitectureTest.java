package nl.onzedata.check.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("nl.onzedata");
  private static final JavaClasses CULPRITS = new ClassFileImporter().importPackages("culprit");

  @TestFactory
  Stream<DynamicTest> theHouseKeepsItsRules() {
    return rules(new Rules("nl.onzedata")).entrySet().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(OURS)));
  }

  @TestFactory
  Stream<DynamicTest> everyRuleBites() {
    return rules(new Rules("culprit")).entrySet().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.getKey(),
                    () -> assertThat(rule.getValue().evaluate(CULPRITS).hasViolation()).isTrue()));
  }

  @Test
  void theOrderOfCoreBites() {
    var bitten =
        new Rules("culprit")
            .coreDependsLeftwards().stream()
                .filter(rule -> rule.evaluate(CULPRITS).hasViolation())
                .count();
    assertThat(bitten).isEqualTo(1);
  }

  @TestFactory
  Stream<DynamicTest> coreDependsLeftwards() {
    return new Rules("nl.onzedata")
        .coreDependsLeftwards().stream()
            .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(OURS)));
  }

  private static Map<String, ArchRule> rules(Rules rules) {
    var named = new TreeMap<String, ArchRule>();
    named.put("core is plain Java", rules.coreKnowsNoFrameworkDatabaseOrNetwork());
    named.put("lib uses only lib", rules.libUsesOnlyLib());
    named.put("core uses no adapter and no app", rules.coreUsesNoAdapterAndNoApp());
    named.put("adapters use no app", rules.adaptersUseNoApp());
    named.put("merkle needs only the JDK", rules.merkleNeedsOnlyTheJdk());
    named.put("Spring is for apps only", rules.springIsForAppsOnly());
    named.put("only optimise sees the solver", rules.onlyOptimiseSeesTheSolver());
    named.put("only lineage sees Calcite", rules.onlyLineageSeesCalcite());
    named.put("only the warehouse sees DuckDB", rules.onlyTheWarehouseSeesDuckDb());
    named.put(
        "only the postgres adapter sees PostgreSQL", rules.onlyThePostgresAdapterSeesPostgres());
    named.put("only LeftOut reads a dataset", rules.onlyLeftOutReadsADataset());
    named.put("no package is a drawer for anything", rules.noPackageIsADrawerForAnything());
    named.put("what is internal stays inside", rules.whatIsInternalStaysInside());
    named.put("no public field changes", rules.noPublicFieldChanges());
    return named;
  }
}
