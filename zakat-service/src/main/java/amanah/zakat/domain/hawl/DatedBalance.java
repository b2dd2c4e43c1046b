package amanah.zakat.domain.hawl;

import amanah.money.Money;
import java.time.LocalDate;

/**
 * What somebody owned from a day on, until the next balance.
 *
 * @param from the first day
 * @param balance all monetary wealth of that day, debts taken off
 */
public record DatedBalance(LocalDate from, Money balance) {}
