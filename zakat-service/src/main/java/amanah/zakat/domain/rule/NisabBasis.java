package amanah.zakat.domain.rule;

/**
 * Which metal's weight is the nisab of monetary wealth. Source: AAOIFI standard 35; Hanafi books.
 */
public enum NisabBasis {
  /** The gold weight at the gold price. */
  GOLD,
  /** The silver weight at the silver price. */
  SILVER,
  /** Whichever of the two is worth less on the day: better for the poor. */
  LOWER_OF_TWO
}
