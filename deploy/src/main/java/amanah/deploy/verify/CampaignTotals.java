package amanah.deploy.verify;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.List;

/**
 * What the journal says a campaign has come to at one sequence number. Money is in minor units of
 * the currency, and of any size: a journal that is wrong may hold more than a {@code long} does.
 *
 * @param status as the journal writes it, such as {@code active}
 * @param donationCount donations, each id once
 * @param donorCount distinct donor ids
 * @param milestonesReached in percent, ascending
 * @param views those that are in the journal
 * @param sequence the number of the last event that is in these totals
 */
public record CampaignTotals(
    String campaignId,
    String status,
    Currency currency,
    long goalMinor,
    BigInteger capturedMinor,
    BigInteger refundedMinor,
    long donationCount,
    long donorCount,
    long refundCount,
    List<Integer> milestonesReached,
    BigInteger views,
    long sequence) {

  /** Captured minus refunded. */
  public BigInteger raisedMinor() {
    return capturedMinor.subtract(refundedMinor);
  }

  /** An amount of this campaign as the API writes it, such as {@code 50000.00}. */
  String amount(BigInteger minor) {
    return amount(minor, currency);
  }

  static String amount(BigInteger minor, Currency currency) {
    return new BigDecimal(minor, Math.max(0, currency.getDefaultFractionDigits())).toPlainString();
  }
}
