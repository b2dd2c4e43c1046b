package amanah.campaign.batching;

import akka.actor.typed.ActorRef;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.DonationOutcome;
import amanah.campaign.domain.Refusal;
import amanah.id.DonationId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The donations that came in one message, and what is known of each so far. */
final class Submission {

  private final List<Donation> donations;
  private final Instant askedUntil;
  private final ActorRef<? super DonationsSettled> replyTo;
  private final DonationOutcome[] outcomes;
  private int taken;
  private int settled;
  private Optional<CampaignSummary> campaign = Optional.empty();

  Submission(BatcherMessage.Donate donate) {
    this.donations = donate.donations();
    this.askedUntil = donate.askedUntil();
    this.replyTo = donate.replyTo();
    this.outcomes = new DonationOutcome[donations.size()];
  }

  /** Whether some of it has not been put into a batch yet. */
  boolean hasMore() {
    return taken < donations.size();
  }

  /** The time until which whoever asked waits, or that one if it is earlier. */
  Instant earlier(Instant other) {
    return askedUntil.isBefore(other) ? askedUntil : other;
  }

  /** Whether whoever asked has given up. */
  boolean isLate(Instant now) {
    return now.isAfter(askedUntil);
  }

  /**
   * Ends what is not in a batch, for nobody waits for it; what is, is settled by now.
   *
   * @return how many donations that were
   */
  int expire() {
    int rest = donations.size() - settled;
    while (settled < outcomes.length) {
      refuseNext(Refusal.TIMEOUT, "whoever asked has given up, expected a retry with the same id");
    }
    return rest;
  }

  /** The next donation for a batch. */
  Donation take() {
    return donations.get(taken++);
  }

  /** What is in a batch is in none any more. */
  void putBack() {
    taken = settled;
  }

  /**
   * Notes what became of the oldest donation that is in a batch; answers after the last one.
   *
   * @throws IllegalStateException if the outcome is about another donation: nobody is to be told
   *     what became of somebody else's money
   */
  void settle(DonationOutcome outcome, Optional<CampaignSummary> committed) {
    DonationId expected = donations.get(settled).donationId();
    if (!outcome.donationId().equals(expected)) {
      throw new IllegalStateException("donation " + expected + " was answered with " + outcome);
    }
    outcomes[settled++] = outcome;
    if (committed.isPresent()) {
      campaign = committed;
    }
    if (settled == outcomes.length) {
      replyTo.tell(new DonationsSettled(Arrays.asList(outcomes), campaign));
    }
  }

  /** Refuses the oldest donation that is in a batch. */
  void refuseNext(Refusal refusal, String detail) {
    settle(
        new DonationOutcome.Refused(donations.get(settled).donationId(), refusal, detail),
        Optional.empty());
  }

  /** Refuses all that is not settled: as unknown what is in a batch, for certain what is not. */
  void abandon(String detail) {
    while (settled < outcomes.length) {
      Refusal refusal = settled < taken ? Refusal.TIMEOUT : Refusal.UNAVAILABLE;
      refuseNext(refusal, detail);
    }
  }
}
