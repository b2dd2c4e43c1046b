package amanah.zakat.domain.hawl;

import java.time.LocalDate;

/**
 * One year of ownership.
 *
 * @param begins the day on which the nisab was reached, or the year before ended
 * @param ends the same day a year later, on which zakat is due
 */
public record HawlYear(LocalDate begins, LocalDate ends) {}
