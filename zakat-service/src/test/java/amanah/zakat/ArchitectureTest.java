package amanah.zakat;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import amanah.testing.CommonLaws;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "amanah.zakat", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest static final ArchTests COMMON_LAWS = ArchTests.in(CommonLaws.class);

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices()
          .matching("amanah.zakat.(**)")
          .should()
          .beFreeOfCycles()
          .allowEmptyShould(true)
          .because("the way of an assessment has one direction");

  @ArchTest
  static final ArchRule a_transport_asks_the_application_alone =
      noClasses()
          .that()
          .resideInAPackage("amanah.zakat.ingress..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "akka..",
              "amanah.zakat.assessment..",
              "amanah.zakat.book..",
              "amanah.zakat.calculator..",
              "amanah.zakat.desk..",
              "amanah.zakat.journal..")
          .because("what one transport answers every other answers as well");

  @ArchTest
  static final ArchRule nobody_knows_a_transport_but_the_service_that_opens_it =
      noClasses()
          .that()
          .resideOutsideOfPackages("amanah.zakat", "amanah.zakat.ingress..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("amanah.zakat.ingress..")
          .because("the way of a question has one direction");

  @ArchTest
  static final ArchRule zakat_knows_nothing_of_campaigns =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("amanah.campaign..")
          .because("the services meet in shared-protocol alone");

  private ArchitectureTest() {}
}
