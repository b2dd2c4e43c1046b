package amanah.zakat.domain.rule;

/** By which calendar a year of ownership is counted. */
public enum YearKind {
  /** The Hijri year of 354 or 355 days, of which the law speaks. */
  LUNAR,
  /** The Gregorian year, at a higher rate for its eleven days more. Source: AAOIFI standard 35. */
  SOLAR
}
