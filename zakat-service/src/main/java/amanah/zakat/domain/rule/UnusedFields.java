package amanah.zakat.domain.rule;

/** What becomes of a declared field that the rules have no use for. */
public enum UnusedFields {
  /** It is passed over. */
  IGNORED,
  /**
   * It is refused, and so is nobody's word passed over; dividends that are declared ask for the
   * method that counts them.
   */
  REFUSED
}
