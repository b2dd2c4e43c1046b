package amanah.deploy.verify;

import amanah.deploy.verify.JournaledEvent.Gift;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;

/** The zakat of one campaign up to where it is counted, beside what is counted. */
final class CampaignZakat {

  private final String campaignId;
  private final CountedZakat counted;
  private final Findings findings;
  private final Set<String> gifts = new HashSet<>();
  private BigInteger collected = BigInteger.ZERO;
  private BigInteger refunded = BigInteger.ZERO;

  CampaignZakat(String campaignId, CountedZakat counted, Findings findings) {
    this.campaignId = campaignId;
    this.counted = counted;
    this.findings = findings;
  }

  void take(long sequence, JournaledEvent event) {
    if (sequence > counted.upTo()) {
      return;
    }
    if (event instanceof JournaledEvent.Recorded recorded) {
      for (Gift gift : recorded.gifts()) {
        if (gift.zakat() && gifts.add(gift.donationId())) {
          collected = collected.add(BigInteger.valueOf(gift.amountMinor()));
        }
      }
    } else if (event instanceof JournaledEvent.Refunded refund
        && gifts.contains(refund.donationId())) {
      refunded = refunded.add(BigInteger.valueOf(refund.amountMinor()));
    }
  }

  /** No event follows on that one. */
  void end(long last) {
    if (counted.upTo() > last) {
      found(
          Check.POSITION,
          "found its zakat counted up to %d, expected at most %d".formatted(counted.upTo(), last));
      return;
    }
    CountedZakat journaled = new CountedZakat(counted.upTo(), collected, refunded);
    if (!journaled.equals(counted)) {
      found(Check.COUNTED, "found %s counted, expected %s".formatted(counted, journaled));
    }
  }

  private void found(Check check, String detail) {
    findings.add(new Finding(check, campaignId, counted.upTo(), detail));
  }
}
