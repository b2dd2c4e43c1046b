package amanah.zakat.domain.wealth;

/** What gold or silver is kept for. */
public enum MetalUse {
  /** Bars, coins and what is not worn. */
  SAVINGS,
  /** Jewellery that is worn, within what is customary. */
  WORN
}
