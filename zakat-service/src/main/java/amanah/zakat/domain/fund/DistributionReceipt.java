package amanah.zakat.domain.fund;

/**
 * The answer to a distribution.
 *
 * @param fund the fund of its currency as it is now
 */
public record DistributionReceipt(RecordedDistribution recorded, CurrencyFund fund) {}
