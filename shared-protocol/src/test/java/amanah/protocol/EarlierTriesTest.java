package amanah.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.http.ProblemCode;
import amanah.journal.JournalSettings;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EarlierTriesTest {

  private static final Duration WRITE_MAX = Duration.ofSeconds(15);

  @Test
  void only_what_is_refused_alike_for_ever_cannot_be_belied_by_an_earlier_try() {
    Set<ProblemCode> cannot =
        Arrays.stream(ProblemCode.values())
            .filter(code -> !EarlierTries.canBelie(code.code()))
            .collect(Collectors.toSet());

    assertThat(cannot)
        .containsExactlyInAnyOrder(
            ProblemCode.MALFORMED,
            ProblemCode.UNSUPPORTED_MEDIA_TYPE,
            ProblemCode.TOO_LARGE,
            ProblemCode.NAME_REQUIRED,
            ProblemCode.CAMPAIGN_EXISTS,
            ProblemCode.CURRENCY_MISMATCH,
            ProblemCode.NOT_ZAKAT_ELIGIBLE,
            ProblemCode.IDEMPOTENCY_MISMATCH);
  }

  @Test
  void a_constant_is_judged_as_its_public_code() {
    assertThat(EarlierTries.canBelie(ProblemCode.IDEMPOTENCY_MISMATCH)).isFalse();
    assertThat(EarlierTries.canBelie(ProblemCode.CAMPAIGN_NOT_ACTIVE)).isTrue();
  }

  @Test
  void the_journals_settings_leave_five_seconds_for_an_answer() {
    assertThat(JournalSettings.writeMax(ConfigFactory.load())).isEqualTo(WRITE_MAX);
    assertThat(EarlierTries.problem("ask-timeout", Duration.ofSeconds(5), WRITE_MAX)).isEmpty();
  }

  @Test
  void settings_that_make_the_promise_to_callers_untrue_are_named() {
    assertThat(EarlierTries.problem("ask-timeout", Duration.ofSeconds(6), WRITE_MAX))
        .hasValueSatisfying(
            problem -> assertThat(problem).contains("ask-timeout", "PT6S", "at most PT5S"));
  }
}
