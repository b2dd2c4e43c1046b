package amanah.deploy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Dependencies point one way. */
@AnalyzeClasses(packages = "amanah.deploy", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("amanah.(deploy.*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_auditor_shares_no_code_with_what_it_audits =
      noClasses()
          .that()
          .resideInAPackage("amanah.deploy.verify..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("amanah.campaign..", "amanah.zakat..", "akka..")
          .because("one mistake must not hide in the book and in its audit");
}
