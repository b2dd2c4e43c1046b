package amanah.zakat.domain.rule;

/**
 * Which of the payer's debts are taken off monetary wealth. Sources: Shafi'i (none), AAOIFI
 * standard 35 and NZF (the coming year), the Hanafi books (all).
 */
public enum DebtPolicy {
  /** No debt is taken off. */
  NONE,
  /** Only what has to be paid now. */
  DUE_NOW,
  /** What has to be paid within the next twelve months. */
  NEXT_12_MONTHS,
  /** Every debt; of an instalment loan still only the next twelve instalments. */
  ALL
}
