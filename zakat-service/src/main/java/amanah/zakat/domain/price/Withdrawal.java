package amanah.zakat.domain.price;

import java.time.LocalDate;
import java.util.Optional;

/**
 * From a day on, something that was published counts no more.
 *
 * @param from the first day on which it does not
 * @param instead what counts in its place from then on, of what was published for the same day;
 *     empty when there is nothing else, so that what was published for an earlier day counts
 */
public record Withdrawal<T>(LocalDate from, Optional<T> instead) {}
