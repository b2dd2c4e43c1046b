package amanah.zakat.domain.rule;

import amanah.money.Share;

/**
 * Zakat of what a mine gives, without hawl.
 *
 * @param rate 2.5 %, or 20 % (Hanafi)
 * @param nisab from which output on
 */
public record MineRule(Sourced<Share> rate, Sourced<MineNisab> nisab) {}
