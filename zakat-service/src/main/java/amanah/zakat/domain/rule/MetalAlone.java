package amanah.zakat.domain.rule;

/**
 * What gold alone, or silver alone, is held against. Source: the four schools; al-Mughni and
 * al-Hidayah, chapters on gold and silver.
 */
public enum MetalAlone {
  /** Against the nisab of all wealth, whichever metal's price that takes. */
  BY_VALUE,
  /**
   * Against the nisab of its own weight: two hundred dirhams of silver are due whatever gold costs,
   * and less than twenty mithqal of gold is not, whatever silver costs. Other wealth beside it is
   * added to it, and all of it is held against the nisab of wealth; metal that reaches its own
   * weight is due there as well, with all that is added to it.
   */
  BY_WEIGHT
}
