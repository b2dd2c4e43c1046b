package amanah.deploy.verify;

import java.math.BigInteger;

/**
 * A donation as the journal has it.
 *
 * @param refundedMinor what all its refunds have given back
 */
record SampledDonation(
    String donationId, long sequence, long amountMinor, BigInteger refundedMinor) {

  SampledDonation refunded(long moreMinor) {
    return new SampledDonation(
        donationId, sequence, amountMinor, refundedMinor.add(BigInteger.valueOf(moreMinor)));
  }
}
