package amanah.zakat.domain.rule;

import amanah.money.Share;

/**
 * How much of shares and pensions is zakatable when nobody knows better.
 *
 * @param longTermShares how shares kept for their income count
 * @param sharesProxy the part of the market value, 25 % (NZF)
 * @param pensionProxy the part of a pension's value, 25 % (NZF)
 */
public record InvestmentRule(
    Sourced<LongTermShares> longTermShares,
    Sourced<Share> sharesProxy,
    Sourced<Share> pensionProxy) {}
