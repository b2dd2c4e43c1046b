package amanah.zakat.domain.rule;

/** Whether gold and silver that is worn counts. */
public enum WornJewellery {
  /** It counts as any gold and silver does. Source: the Hanafi books. */
  DUE,
  /** It is for use and does not count. Source: Maliki, Shafi'i and Hanbali books, AAOIFI. */
  EXEMPT
}
