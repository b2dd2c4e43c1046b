package amanah.zakat.domain.rule;

/** How shares that are kept for their income count when the company's books are not known. */
public enum LongTermShares {
  /** A fixed part of the market value stands for the zakatable assets behind it. Source: NZF. */
  PROXY,
  /** The dividends received count as cash. Source: OIC Fiqh Academy, resolution 28 (3/4). */
  DIVIDENDS
}
