package amanah.zakat.domain.rule;

import amanah.money.Share;

/**
 * Zakat of earned income when it is received, without hawl.
 *
 * @param rate 2.5 %
 * @param base before or after basic needs
 * @param nisab from which income on
 */
public record IncomeRule(
    Sourced<Share> rate, Sourced<IncomeBase> base, Sourced<IncomeNisab> nisab) {}
