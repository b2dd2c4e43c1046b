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
  static final ArchRule zakat_knows_nothing_of_campaigns =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("amanah.campaign..")
          .because("the services meet in shared-protocol alone");

  private ArchitectureTest() {}
}
