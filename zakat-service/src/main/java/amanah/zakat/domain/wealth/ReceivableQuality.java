package amanah.zakat.domain.wealth;

/**
 * How sure it is that money owed to the payer comes. Source: the Hanafi books' strong, medium and
 * weak debt.
 */
public enum ReceivableQuality {
  /** Lent money or goods sold, admitted by one who can pay: counts every year. */
  STRONG,
  /** Other things sold, such as a used car: counts when it is received. */
  MEDIUM,
  /** Never exchanged for wealth, such as a dowry or a legacy: counts after receipt and a year. */
  WEAK,
  /** Denied, or owed by one who cannot pay: does not count. */
  BAD
}
