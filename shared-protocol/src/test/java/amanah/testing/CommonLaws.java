package amanah.testing;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.NullMarked;

/**
 * What holds in every module; each has an {@code ArchitectureTest} that names these and its own.
 */
public final class CommonLaws {

  @ArchTest
  static final ArchRule a_domain_depends_on_the_language_time_money_and_ids_alone =
      classes()
          .that()
          .resideInAPackage("..domain..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java.lang..",
              "java.math..",
              "java.nio..",
              "java.time..",
              "java.util..",
              "org.jspecify..",
              "amanah.money..",
              "amanah.id..",
              "amanah.time..",
              "..domain..")
          .allowEmptyShould(true)
          .because("rules are read, tested and replayed without actors, databases and formats");

  @ArchTest
  static final ArchRule a_domain_reads_no_clock =
      noClasses()
          .that()
          .resideInAPackage("..domain..")
          .should()
          .accessTargetWhere(readsAClock())
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(InstantSource.class)
          .allowEmptyShould(true)
          .because("a replay years later must decide as the first time; the time is an argument");

  @ArchTest
  static final ArchRule a_domain_draws_no_random_numbers =
      noClasses()
          .that()
          .resideInAPackage("..domain..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(RandomGenerator.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(SecureRandom.class)
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .allowEmptyShould(true)
          .because("the same events must give the same state on every node");

  @ArchTest
  static final ArchRule every_package_says_that_null_is_the_exception =
      classes()
          .should(be(inANullMarkedPackage()))
          .because("NullAway checks only packages whose package-info.java is @NullMarked");

  @ArchTest
  static final ArchRule names_say_what_a_class_is =
      noClasses()
          .should()
          .haveNameMatching(".*(Impl|Manager|Helper|Utils?)(\\$.*)?")
          .because("Impl, Manager, Helper and Util name a class after nothing in the business");

  @ArchTest
  static final ArchRule nobody_sleeps =
      noClasses()
          .should()
          .accessTargetWhere(
              target(owner(name(Thread.class.getName()))).and(target(nameMatching("sleep"))))
          .because("a thread that sleeps serves nobody; timers and futures wait for free");

  @ArchTest
  static final ArchRule what_is_to_be_said_is_logged_by_slf4j =
      noClasses()
          .should(ACCESS_STANDARD_STREAMS)
          .orShould(USE_JAVA_UTIL_LOGGING)
          .because("operators read one log, as JSON, with its levels and trace ids");

  private CommonLaws() {}

  private static DescribedPredicate<JavaAccess<?>> readsAClock() {
    return target(owner(resideInAPackage("java.time..")))
        .and(target(nameMatching("now|system|systemUTC|systemDefaultZone")))
        .or(
            target(owner(name(System.class.getName())))
                .and(target(nameMatching("currentTimeMillis|nanoTime"))))
        .as("a clock is read");
  }

  private static DescribedPredicate<JavaClass> inANullMarkedPackage() {
    return DescribedPredicate.describe(
        "in a @NullMarked package", type -> type.getPackage().isAnnotatedWith(NullMarked.class));
  }
}
