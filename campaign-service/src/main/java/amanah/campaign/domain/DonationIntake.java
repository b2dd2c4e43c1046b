package amanah.campaign.domain;

import amanah.campaign.domain.CampaignEvent.DonationsRecorded;
import amanah.campaign.domain.CampaignEvent.MilestoneReached;
import amanah.id.DonationId;
import amanah.money.Money;
import amanah.time.Moment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides a batch of donations, one after the other, each against all that came before it: a
 * repeat, also within the batch, is answered as the first time; a new one is taken or refused.
 */
final class DonationIntake {

  private final OpenedCampaign campaign;
  private final Moment now;
  private final long sequence;
  private final Map<DonationId, Donation> fresh = new HashMap<>();
  private final List<Donation> taken = new ArrayList<>();
  private CampaignTotals tally;
  private boolean refusedByTime;

  DonationIntake(OpenedCampaign campaign, Moment now) {
    this.campaign = campaign;
    this.now = now;
    this.sequence = campaign.sequence() + 1;
    this.tally = campaign.tally();
  }

  Decision decide(List<Donation> donations) {
    List<DonationOutcome> outcomes = donations.stream().map(this::outcome).toList();
    return new Decision(events(), new Answer.DonationsAnswered(outcomes));
  }

  /**
   * Who is refused because the end has come is refused by the journal, in which that end is written
   * first: if an earlier try of his is on its way there, one of the two fails, and the truth is
   * read anew. A no by the clock alone would not notice it.
   */
  private List<CampaignEvent> events() {
    if (taken.isEmpty()) {
      return refusedByTime ? new ChangeDecision(campaign, now).doWhatIsDue().events() : List.of();
    }
    Stream<CampaignEvent> milestones =
        tally.milestonesDue(campaign.terms()).stream()
            .map(percent -> new MilestoneReached(percent, tally.raised(), now.at()));
    return Stream.concat(Stream.of(new DonationsRecorded(taken, now.at())), milestones).toList();
  }

  private DonationOutcome outcome(Donation donation) {
    int known = campaign.index().find(donation.donationId());
    if (known != DonationIndex.ABSENT) {
      return repeatOfJournaled(donation, known);
    }
    Donation earlier = fresh.get(donation.donationId());
    if (earlier != null) {
      return repeatOfFresh(donation, earlier);
    }
    return refusal(donation).or(() -> limitRefusal(donation)).orElseGet(() -> take(donation));
  }

  private DonationOutcome repeatOfJournaled(Donation donation, int known) {
    DonationIndex index = campaign.index();
    Money recorded = Money.of(index.amountMinor(known), tally.raised().currency());
    if (index.fingerprint(known) != DonationIndex.fingerprintOf(donation)) {
      return mismatch(donation, recorded);
    }
    return new DonationOutcome.Recorded(
        donation.donationId(), recorded, index.sequence(known), true);
  }

  private DonationOutcome repeatOfFresh(Donation donation, Donation earlier) {
    if (DonationIndex.fingerprintOf(donation) != DonationIndex.fingerprintOf(earlier)) {
      return mismatch(donation, earlier.amount());
    }
    return new DonationOutcome.Recorded(donation.donationId(), earlier.amount(), sequence, true);
  }

  private DonationOutcome take(Donation donation) {
    fresh.put(donation.donationId(), donation);
    taken.add(donation);
    tally = tally.plus(donation.amount());
    return new DonationOutcome.Recorded(donation.donationId(), donation.amount(), sequence, false);
  }

  private Optional<DonationOutcome> refusal(Donation donation) {
    CampaignTerms terms = campaign.terms();
    Money amount = donation.amount();
    if (campaign.status() != CampaignStatus.ACTIVE) {
      return refused(
          donation,
          Refusal.CAMPAIGN_NOT_ACTIVE,
          "the campaign is " + Words.of(campaign.status()) + ", expected active");
    }
    if (terms.hasEnded(now.at())) {
      refusedByTime = now.trusted();
      return now.trusted()
          ? refused(
              donation, Refusal.CAMPAIGN_NOT_ACTIVE, "the campaign ended at " + terms.endsAt())
          : refused(donation, Refusal.UNAVAILABLE, CampaignTermsRules.doubtful(terms.endsAt()));
    }
    Optional<DonationOutcome.Refused> notAdmitted = AdmissionRules.refusal(donation, now);
    if (notAdmitted.isPresent()) {
      return Optional.of(notAdmitted.get());
    }
    if (!amount.currency().equals(terms.goal().currency())) {
      return refused(
          donation,
          Refusal.CURRENCY_MISMATCH,
          "amount is in " + amount.currency() + ", expected " + terms.goal().currency());
    }
    if (!amount.isPositive() || !tally.raised().canAdd(amount)) {
      return refused(
          donation,
          Refusal.INVALID_AMOUNT,
          "amount %s, expected more than nothing, and a total of at most %s; it is %s"
              .formatted(amount, Money.of(Long.MAX_VALUE, amount.currency()), tally.raised()));
    }
    return goalOrZakatRefusal(donation);
  }

  private Optional<DonationOutcome> goalOrZakatRefusal(Donation donation) {
    CampaignTerms terms = campaign.terms();
    Money left = terms.goal().minus(tally.raised());
    if (terms.goalPolicy() == GoalPolicy.HARD && donation.amount().compareTo(left) > 0) {
      return refused(
          donation,
          Refusal.GOAL_EXCEEDED,
          "amount " + donation.amount() + ", expected at most what is left to the goal: " + left);
    }
    if (donation.designation() == Designation.ZAKAT && !terms.zakatEligible()) {
      return refused(
          donation,
          Refusal.NOT_ZAKAT_ELIGIBLE,
          "designation zakat, expected sadaqah: the campaign is not zakat-eligible");
    }
    return Optional.empty();
  }

  private Optional<DonationOutcome> limitRefusal(Donation donation) {
    long known = (long) campaign.index().size() + taken.size();
    int max = campaign.index().limits().donationsMax();
    return known < max
        ? Optional.empty()
        : refused(
            donation,
            Refusal.LIMIT_REACHED,
            "the campaign has " + known + " donations, expected fewer than " + max);
  }

  private static Optional<DonationOutcome> refused(
      Donation donation, Refusal refusal, String detail) {
    return Optional.of(new DonationOutcome.Refused(donation.donationId(), refusal, detail));
  }

  private static DonationOutcome mismatch(Donation donation, Money recorded) {
    return new DonationOutcome.Refused(
        donation.donationId(),
        Refusal.IDEMPOTENCY_MISMATCH,
        "donation \""
            + donation.donationId()
            + "\" came before with other content ("
            + recorded
            + "), expected the same content or another id");
  }
}
