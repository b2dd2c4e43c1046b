package amanah;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import amanah.testing.CommonLaws;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "amanah",
    importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WrittenByUs.class})
final class ArchitectureTest {

  @ArchTest static final ArchTests COMMON_LAWS = ArchTests.in(CommonLaws.class);

  @ArchTest
  static final ArchRule money_and_ids_depend_on_the_language_alone =
      classes()
          .that()
          .resideInAnyPackage("amanah.money..", "amanah.id..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "amanah.money..", "amanah.id..")
          .because("every domain is made of them");

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices()
          .matching("amanah.(**)")
          .should()
          .beFreeOfCycles()
          .because("what is shared is taken one piece at a time");

  @ArchTest
  static final ArchRule the_door_knows_requests_and_answers_alone =
      noClasses()
          .that()
          .resideInAPackage("amanah.http..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("akka..", "java.sql..", "amanah.journal..", "amanah.node..")
          .because("what is behind it are the services, which it serves without knowing them");

  @ArchTest
  static final ArchRule the_client_knows_the_public_protocol_alone =
      noClasses()
          .that()
          .resideInAPackage("amanah.client..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "akka..",
              "amanah.cluster..",
              "amanah.grpc..",
              "amanah.http..",
              "amanah.journal..",
              "amanah.node..")
          .because("whoever calls needs nothing of what a node is made of");

  @ArchTest
  static final ArchRule the_database_is_known_where_journals_are =
      noClasses()
          .that()
          .resideOutsideOfPackage("amanah.journal..")
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
          .because("there is one way to it");

  @ArchTest
  static final ArchRule what_is_shared_knows_no_service =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("amanah.campaign..", "amanah.zakat..")
          .because("both services depend on it, and it on neither");

  /** What protoc wrote obeys protoc. */
  static final class WrittenByUs implements ImportOption {

    @Override
    public boolean includes(Location location) {
      return !location.contains("/amanah/v1/");
    }
  }

  private ArchitectureTest() {}
}
