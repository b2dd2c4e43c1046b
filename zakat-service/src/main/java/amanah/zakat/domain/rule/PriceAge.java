package amanah.zakat.domain.rule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How old a published price of metal may be on the day that is asked about.
 *
 * @param daysMax a price of so many days before still counts
 */
public record PriceAge(int daysMax) {

  /** Whatever was published last counts, however long ago. */
  public static final PriceAge UNLIMITED = new PriceAge(Integer.MAX_VALUE);

  /** Refuses a price of tomorrow. */
  public PriceAge {
    if (daysMax < 0) {
      throw new IllegalArgumentException("age " + daysMax + " days, expected 0 or more");
    }
  }

  /** Whether a price of that day is too old to be used for another. */
  public boolean isStale(LocalDate priced, LocalDate asOf) {
    return ChronoUnit.DAYS.between(priced, asOf) > daysMax;
  }

  @Override
  public String toString() {
    return equals(UNLIMITED) ? "unlimited" : daysMax + " days";
  }
}
