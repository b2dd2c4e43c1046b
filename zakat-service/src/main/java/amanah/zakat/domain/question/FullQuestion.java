package amanah.zakat.domain.question;

import amanah.zakat.domain.rule.Settings;
import amanah.zakat.domain.wealth.Asset;
import amanah.zakat.domain.wealth.Liability;
import amanah.zakat.domain.wealth.Prices;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What is due on all that somebody declares, as it was asked.
 *
 * @param profile whose rules; empty for the default profile
 * @param currency of every amount in it
 * @param asOf the day whose prices and published figures count; empty for today
 * @param prices given by the caller; they win over published ones
 * @param settings asked for in place of the profile's
 * @param assets at most {@value #ITEMS_MAX}
 * @param liabilities at most {@value #ITEMS_MAX}
 * @param allowStale whether published prices count that are older than the profile lets them be
 */
public record FullQuestion(
    Optional<String> profile,
    Currency currency,
    Optional<LocalDate> asOf,
    Prices prices,
    Settings settings,
    List<Asset> assets,
    List<Liability> liabilities,
    boolean allowStale) {

  /** The most assets, and the most liabilities: their answer has to fit one message. */
  public static final int ITEMS_MAX = 200;

  /** Refuses more than can be answered. */
  public FullQuestion {
    assets = atMost("assets", assets);
    liabilities = atMost("liabilities", liabilities);
  }

  /** A question that takes no price that is too old. */
  public FullQuestion(
      Optional<String> profile,
      Currency currency,
      Optional<LocalDate> asOf,
      Prices prices,
      Settings settings,
      List<Asset> assets,
      List<Liability> liabilities) {
    this(profile, currency, asOf, prices, settings, assets, liabilities, false);
  }

  /** The same question, about that day if it names none. */
  public FullQuestion on(LocalDate today) {
    return asOf.isPresent()
        ? this
        : new FullQuestion(
            profile,
            currency,
            Optional.of(today),
            prices,
            settings,
            assets,
            liabilities,
            allowStale);
  }

  private static <T> List<T> atMost(String field, List<T> items) {
    if (items.size() > ITEMS_MAX) {
      throw new IllegalArgumentException(
          field + " has " + items.size() + " items, expected at most " + ITEMS_MAX);
    }
    return List.copyOf(items);
  }
}
