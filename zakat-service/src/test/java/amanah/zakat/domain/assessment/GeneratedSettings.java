package amanah.zakat.domain.assessment;

import amanah.zakat.domain.rule.DebtPolicy;
import amanah.zakat.domain.rule.NisabBasis;
import amanah.zakat.domain.rule.NisabComparison;
import amanah.zakat.domain.rule.Rounding;
import amanah.zakat.domain.rule.Settings;
import amanah.zakat.domain.rule.WornJewellery;
import amanah.zakat.domain.rule.YearKind;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Random;

/** Settings made up from a seed: each asked for or left to the profile. */
final class GeneratedSettings {

  private final Random random;

  GeneratedSettings(Random random) {
    this.random = random;
  }

  Settings settings() {
    return new Settings(
        any(NisabBasis.values()),
        grams(80),
        grams(600),
        any(YearKind.values()),
        any(NisabComparison.values()),
        any(Rounding.values()),
        any(DebtPolicy.values()),
        any(WornJewellery.values()));
  }

  private Optional<BigDecimal> grams(int around) {
    return random.nextBoolean()
        ? Optional.of(BigDecimal.valueOf(around * 100L + random.nextInt(1_000), 2))
        : Optional.empty();
  }

  private <E> Optional<E> any(E[] choices) {
    return random.nextBoolean()
        ? Optional.of(choices[random.nextInt(choices.length)])
        : Optional.empty();
  }
}
