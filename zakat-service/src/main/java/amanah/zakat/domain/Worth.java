package amanah.zakat.domain;

import amanah.money.Money;
import amanah.zakat.domain.arithmetic.Rational;

/**
 * Zakat in money.
 *
 * @param exact in major units, unrounded
 * @param zakat rounded by the rules to what can be paid
 */
public record Worth(Rational exact, Money zakat) {}
