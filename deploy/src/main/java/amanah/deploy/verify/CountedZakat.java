package amanah.deploy.verify;

import java.math.BigInteger;

/**
 * What the calculator's book says of one campaign, in minor units of the campaign's currency.
 *
 * @param upTo the campaign's last event that is counted, 0 for none
 */
record CountedZakat(long upTo, BigInteger collectedMinor, BigInteger refundedMinor) {

  /** Nothing was ever reported. */
  static final CountedZakat NONE = new CountedZakat(0, BigInteger.ZERO, BigInteger.ZERO);

  CountedZakat plus(long nextUpTo, long moreCollected, long moreRefunded) {
    return new CountedZakat(
        nextUpTo,
        collectedMinor.add(BigInteger.valueOf(moreCollected)),
        refundedMinor.add(BigInteger.valueOf(moreRefunded)));
  }

  @Override
  public String toString() {
    return collectedMinor + " collected and " + refundedMinor + " refunded";
  }
}
