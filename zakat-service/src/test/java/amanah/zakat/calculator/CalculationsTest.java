package amanah.zakat.calculator;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.money.Money;
import amanah.node.NodeDefaults;
import amanah.zakat.ZakatSettings;
import amanah.zakat.answering.Answering;
import amanah.zakat.domain.question.SimpleQuestion;
import amanah.zakat.domain.rule.NisabComparison;
import amanah.zakat.rules.Profiles;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the calculator remembers of its calculations, and when it forgets. */
final class CalculationsTest {

  private static final Currency DOLLAR = Currency.getInstance("USD");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final Calculations calculations =
      new Calculations(
          Answering.of(Profiles.bundled(), Profiles.DEFAULT, NisabComparison.INCLUSIVE),
          ZakatSettings.of(NodeDefaults.of(List.of("zakat.conf")).resolve()).calculator());

  private void calculate(long major) {
    calculations.simple(
        new SimpleQuestion(Money.of(100 * major, DOLLAR), Money.of(100, DOLLAR)), NOON, 0);
  }

  @Test
  void a_reset_leaves_neither_answers_nor_history() {
    calculate(1_000);
    calculate(1_000);

    calculations.forget();

    assertThat(calculations.newest(10)).isEmpty();
    assertThat(calculations.cacheSize()).isZero();
  }

  @Test
  void clearing_the_cache_leaves_the_history() {
    calculate(1_000);

    assertThat(calculations.clearCache()).isEqualTo(1);
    assertThat(calculations.newest(10)).hasSize(1);
  }
}
