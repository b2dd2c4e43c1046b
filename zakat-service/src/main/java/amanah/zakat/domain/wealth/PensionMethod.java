package amanah.zakat.domain.wealth;

/** How a pension that is not paid out yet counts. */
public enum PensionMethod {
  /** A part of its value stands for the zakatable assets behind it. Source: NZF. */
  PROXY,
  /** What could be taken out today, after the penalty for doing so. */
  ACCESSIBLE,
  /** Nothing before it is paid out; then it is cash. */
  ON_RECEIPT
}
