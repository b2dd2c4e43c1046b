package amanah.zakat.domain.question;

import amanah.zakat.domain.rule.IncomeNisab;
import amanah.zakat.domain.rule.Sourced;
import amanah.zakat.domain.wealth.Prices;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The dated figures that an answer was computed with; together with the question and the version of
 * the rules they give the same answer for ever.
 *
 * @param asOf the day whose figures were looked up
 * @param prices as given, else as published last on that day or before
 * @param incomeNisab published for the profile, in place of its own; empty when there is none newer
 */
public record UsedFigures(
    LocalDate asOf, Prices prices, Optional<Sourced<IncomeNisab>> incomeNisab) {}
