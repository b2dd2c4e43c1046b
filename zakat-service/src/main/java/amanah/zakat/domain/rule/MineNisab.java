package amanah.zakat.domain.rule;

/** From which output of a mine on zakat is due. */
public enum MineNisab {
  /** From the worth of the gold nisab on. Source: the majority. */
  GOLD,
  /** From the first piece on. Source: the Hanafi books, where a mine is as a treasure. */
  NONE
}
