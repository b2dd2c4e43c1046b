package amanah.zakat.domain;

import amanah.money.Share;
import amanah.zakat.domain.arithmetic.Rational;

/**
 * Monetary wealth as one whole, held against one nisab.
 *
 * @param gross all that counts
 * @param deducted all debts that are taken off
 * @param base what is left, never less than nothing
 * @param nisab in major units, unrounded
 * @param rate of the rules' year
 * @param due whether the base reaches the nisab
 * @param exact the zakat in major units, unrounded; nothing when it is not due
 * @param explanation in plain words
 */
public record Pool(
    Rational gross,
    Rational deducted,
    Rational base,
    Rational nisab,
    Share rate,
    boolean due,
    Rational exact,
    String explanation) {

  /** The part of the zakat that falls to an asset, in proportion to what it brought. */
  Rational exactFor(Rational assetBase) {
    return due ? exact.times(assetBase).dividedBy(gross) : Rational.ZERO;
  }
}
