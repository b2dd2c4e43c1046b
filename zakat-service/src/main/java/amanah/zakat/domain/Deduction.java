package amanah.zakat.domain;

import amanah.zakat.domain.arithmetic.Rational;
import amanah.zakat.domain.wealth.Liability;

/**
 * What one liability takes off monetary wealth.
 *
 * @param liability as declared
 * @param deducted the part that the policy takes off
 * @param explanation why, in plain words
 */
public record Deduction(Liability liability, Rational deducted, String explanation) {}
