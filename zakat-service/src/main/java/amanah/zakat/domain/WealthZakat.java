package amanah.zakat.domain;

import amanah.money.Money;
import amanah.money.Share;
import amanah.zakat.domain.arithmetic.Rational;

/**
 * The answer to the simple question: is zakat due on this wealth, and how much.
 *
 * @param due whether the wealth reaches the nisab
 * @param zakat rounded by the rules to what can be paid
 * @param exact in major units, unrounded
 * @param rate of the rules' year
 * @param nisab as it was asked
 */
public record WealthZakat(boolean due, Money zakat, Rational exact, Share rate, Money nisab) {}
