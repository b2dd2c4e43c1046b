package amanah.zakat.domain.price;

import amanah.zakat.domain.rule.IncomeNisab;
import amanah.zakat.domain.rule.Source;
import java.time.LocalDate;

/**
 * A nisab of income that an authority published, from a day on, in place of the profile's own.
 *
 * @param profile whose income rule it belongs to
 * @param day the first on which it counts
 * @param nisab a year's and a month's
 * @param source who published it, and when
 */
public record NisabFigure(
    String profile, LocalDate day, IncomeNisab.Published nisab, Source.Published source) {}
