package amanah.zakat.domain.wealth;

/** When a debt has to be paid. */
public enum DebtTerm {
  /** It is due already. */
  NOW,
  /** Within the next twelve months. */
  NEXT_12_MONTHS,
  /** After more than twelve months. */
  LATER
}
