package amanah.deploy.verify;

import amanah.deploy.verify.JournaledEvent.Gift;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** The zakat of one campaign beside what is counted of it. */
final class CampaignZakat {

  private final String campaignId;
  private final CountedZakat counted;
  private final Instant reportedBefore;
  private final Findings findings;
  private final Set<String> gifts = new HashSet<>();
  private CountedZakat journaled;
  private CountedZakat forgotten = CountedZakat.NONE;
  private long inFlight;

  /**
   * Nothing has been taken yet.
   *
   * @param reportedBefore what was written earlier than that is counted, or it is forgotten
   */
  CampaignZakat(
      String campaignId, CountedZakat counted, Instant reportedBefore, Findings findings) {
    this.campaignId = campaignId;
    this.counted = counted;
    this.reportedBefore = reportedBefore;
    this.findings = findings;
    this.journaled = new CountedZakat(counted.upTo(), BigInteger.ZERO, BigInteger.ZERO);
  }

  void take(long sequence, JournaledEvent event) {
    if (event instanceof JournaledEvent.Recorded recorded) {
      boolean bearsZakat = false;
      for (Gift gift : recorded.gifts()) {
        if (gift.zakat() && gifts.add(gift.donationId())) {
          bearsZakat = true;
          add(sequence, recorded.at(), gift.amountMinor(), 0);
        }
      }
      inFlight += bearsZakat && isInFlight(sequence, recorded.at()) ? 1 : 0;
    } else if (event instanceof JournaledEvent.Refunded refund
        && gifts.contains(refund.donationId())) {
      add(sequence, refund.at(), 0, refund.amountMinor());
      inFlight += isInFlight(sequence, refund.at()) ? 1 : 0;
    }
  }

  private void add(long sequence, Instant at, long collectedMinor, long refundedMinor) {
    if (sequence <= counted.upTo()) {
      journaled = journaled.plus(counted.upTo(), collectedMinor, refundedMinor);
    } else if (!isInFlight(sequence, at)) {
      forgotten = forgotten.plus(sequence, collectedMinor, refundedMinor);
    }
  }

  private boolean isInFlight(long sequence, Instant at) {
    return sequence > counted.upTo() && !at.isBefore(reportedBefore);
  }

  /** How many events are not counted yet, and too young for that to mean anything. */
  long inFlight() {
    return inFlight;
  }

  /** No event follows on that one. */
  void end(long last) {
    if (counted.upTo() > last) {
      found(
          Check.POSITION,
          "found its zakat counted up to %d, expected at most %d".formatted(counted.upTo(), last));
      return;
    }
    if (!journaled.equals(counted)) {
      found(Check.COUNTED, "found %s counted, expected %s".formatted(counted, journaled));
    }
    if (forgotten.upTo() > 0) {
      found(
          Check.UNCOUNTED,
          "found %s beyond that and from before %s, expected it to be counted up to %d or more"
              .formatted(forgotten, reportedBefore, forgotten.upTo()));
    }
  }

  private void found(Check check, String detail) {
    findings.add(new Finding(check, campaignId, counted.upTo(), detail));
  }
}
