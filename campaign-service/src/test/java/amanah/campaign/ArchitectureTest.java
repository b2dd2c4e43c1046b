package amanah.campaign;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import amanah.testing.CommonLaws;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "amanah.campaign", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest static final ArchTests COMMON_LAWS = ArchTests.in(CommonLaws.class);

  /** Each layer with all that may use it; the domain may be used by all. */
  @ArchTest
  static final ArchRule the_way_of_a_donation_has_one_direction =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("node")
          .definedBy("amanah.campaign")
          .layer("ingress")
          .definedBy("amanah.campaign.ingress..")
          .layer("stream")
          .definedBy("amanah.campaign.stream..")
          .layer("application")
          .definedBy("amanah.campaign.application..")
          .layer("entity")
          .definedBy("amanah.campaign.entity..")
          .layer("batching")
          .definedBy("amanah.campaign.batching..")
          .layer("monitor")
          .definedBy("amanah.campaign.monitor..")
          .layer("zakat")
          .definedBy("amanah.campaign.zakat..")
          .layer("schedule")
          .definedBy("amanah.campaign.schedule..")
          .layer("ledger")
          .definedBy("amanah.campaign.ledger..")
          .layer("journal")
          .definedBy("amanah.campaign.journal..")
          .layer("domain")
          .definedBy("amanah.campaign.domain..")
          .whereLayer("node")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("ingress")
          .mayOnlyBeAccessedByLayers("node")
          .whereLayer("stream")
          .mayOnlyBeAccessedByLayers("node", "ingress")
          .whereLayer("application")
          .mayOnlyBeAccessedByLayers("node", "ingress", "stream")
          .whereLayer("entity")
          .mayOnlyBeAccessedByLayers("node", "stream", "application")
          .whereLayer("batching")
          .mayOnlyBeAccessedByLayers("node", "ingress", "application", "entity")
          .whereLayer("monitor")
          .mayOnlyBeAccessedByLayers("node", "entity")
          .whereLayer("zakat")
          .mayOnlyBeAccessedByLayers("node", "entity")
          .whereLayer("schedule")
          .mayOnlyBeAccessedByLayers("node")
          .whereLayer("ledger")
          .mayOnlyBeAccessedByLayers(
              "node", "stream", "application", "entity", "batching", "monitor", "zakat", "schedule")
          .whereLayer("journal")
          .mayOnlyBeAccessedByLayers("node", "stream", "application", "zakat", "schedule", "ledger")
          .whereLayer("domain")
          .mayNotAccessAnyLayer()
          .because("who reads one layer must not have to know those above it");

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices()
          .matching("amanah.campaign.(**)")
          .should()
          .beFreeOfCycles()
          .because("a cycle is one package with two names");

  @ArchTest
  static final ArchRule the_database_is_known_where_its_tables_are =
      noClasses()
          .that()
          .resideOutsideOfPackages("..journal..", "..projection..", "..query..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..",
              "javax.sql..",
              "slick..",
              "akka.persistence.jdbc..",
              "com.zaxxer..",
              "org.flywaydb..",
              "org.postgresql..")
          .because(
              "a campaign decides without a database, and a test without one decides the same");

  @ArchTest
  static final ArchRule campaigns_know_nothing_of_the_zakat_service =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("amanah.zakat..")
          .because("the services meet in shared-protocol alone");

  private ArchitectureTest() {}
}
