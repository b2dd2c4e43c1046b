package amanah.zakat.domain.rule;

import amanah.money.Share;

/**
 * What part of monetary wealth is due for a year of ownership.
 *
 * @param kind the calendar in use
 * @param lunarRate 2.5 %, one fortieth, by consensus
 * @param solarRate 2.577 % (AAOIFI as quoted by NZF) or 2.575 % (BAZNAS)
 */
public record YearRule(Sourced<YearKind> kind, Sourced<Share> lunarRate, Sourced<Share> solarRate) {

  /** The rate of the calendar in use. */
  public Sourced<Share> rate() {
    return switch (kind.value()) {
      case LUNAR -> lunarRate;
      case SOLAR -> solarRate;
    };
  }
}
