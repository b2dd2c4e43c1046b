package amanah.zakat.domain.question;

import amanah.money.Money;
import amanah.zakat.domain.hawl.DatedBalance;
import amanah.zakat.domain.rule.Settings;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Whether a year of ownership has passed over the nisab.
 *
 * @param profile whose rules; empty for the default profile
 * @param settings asked for in place of the profile's
 * @param asOf the day at whose end it stands; empty for today
 * @param balances one for a day, at most {@value #BALANCES_MAX}
 */
public record HawlQuestion(
    Optional<String> profile,
    Settings settings,
    Money nisab,
    Optional<LocalDate> asOf,
    List<DatedBalance> balances) {

  /** The most balances. */
  public static final int BALANCES_MAX = 1_000;

  /** Refuses more than can be looked through at once. */
  public HawlQuestion {
    if (balances.size() > BALANCES_MAX) {
      throw new IllegalArgumentException(
          "balances has " + balances.size() + " items, expected at most " + BALANCES_MAX);
    }
    balances = List.copyOf(balances);
  }
}
