package amanah.zakat.domain.wealth;

/** The time in which income was earned. */
public enum IncomePeriod {
  /** One month. */
  MONTH,
  /** One year. */
  YEAR
}
