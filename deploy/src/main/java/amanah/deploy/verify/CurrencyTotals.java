package amanah.deploy.verify;

import java.math.BigInteger;
import java.util.Currency;

/**
 * What all campaigns of a currency come to, in its minor units.
 *
 * @param donorCount donors of each campaign, added up: who gave to two campaigns counts twice
 */
public record CurrencyTotals(
    Currency currency,
    long campaignCount,
    long donationCount,
    long donorCount,
    BigInteger capturedMinor,
    BigInteger refundedMinor) {

  static CurrencyTotals none(Currency currency) {
    return new CurrencyTotals(currency, 0, 0, 0, BigInteger.ZERO, BigInteger.ZERO);
  }

  CurrencyTotals plus(CampaignTotals campaign) {
    return new CurrencyTotals(
        currency,
        campaignCount + 1,
        donationCount + campaign.donationCount(),
        donorCount + campaign.donorCount(),
        capturedMinor.add(campaign.capturedMinor()),
        refundedMinor.add(campaign.refundedMinor()));
  }

  /** Captured minus refunded. */
  public BigInteger raisedMinor() {
    return capturedMinor.subtract(refundedMinor);
  }

  /** An amount of this currency with its digits, such as {@code 50000.00}. */
  public String amount(BigInteger minor) {
    return CampaignTotals.amount(minor, currency);
  }
}
