package amanah.deploy.verify;

import java.math.BigInteger;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;

/**
 * The zakat fund of one currency, in its minor units.
 *
 * @param distributedMinor what each kind of recipients got, by its word; only those who got some
 */
public record FundTotals(
    Currency currency,
    BigInteger collectedMinor,
    BigInteger refundedMinor,
    Map<String, BigInteger> distributedMinor) {

  private static final BigInteger AMIL_PARTS = BigInteger.valueOf(8);

  static FundTotals none(Currency currency) {
    return new FundTotals(currency, BigInteger.ZERO, BigInteger.ZERO, Map.of());
  }

  /** Collected and not given back. */
  public BigInteger netMinor() {
    return collectedMinor.subtract(refundedMinor);
  }

  /** What all recipients got. */
  public BigInteger distributedInAllMinor() {
    return distributedMinor.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** What is left; less than nothing when zakat was refunded that had been given away. */
  public BigInteger availableMinor() {
    return netMinor().subtract(distributedInAllMinor());
  }

  /** What those who administer zakat got. */
  BigInteger amilMinor() {
    return distributedMinor.getOrDefault("amil", BigInteger.ZERO);
  }

  /** The most of that: an eighth of what was collected, without the fraction. */
  BigInteger amilCapMinor() {
    return netMinor().max(BigInteger.ZERO).divide(AMIL_PARTS);
  }

  FundTotals reported(long collected, long refunded) {
    return new FundTotals(
        currency,
        collectedMinor.add(BigInteger.valueOf(collected)),
        refundedMinor.add(BigInteger.valueOf(refunded)),
        distributedMinor);
  }

  FundTotals distributed(String asnaf, long amountMinor) {
    Map<String, BigInteger> sums = new TreeMap<>(distributedMinor);
    sums.merge(asnaf, BigInteger.valueOf(amountMinor), BigInteger::add);
    return new FundTotals(currency, collectedMinor, refundedMinor, sums);
  }

  /** An amount of this currency with its digits, such as {@code 50000.00}. */
  public String amount(BigInteger minor) {
    return CampaignTotals.amount(minor, currency);
  }
}
