package amanah.campaign.ingress.http;

import amanah.campaign.application.RecordedDonation;
import amanah.campaign.application.RefundReceipt;
import amanah.campaign.application.Reply;
import amanah.campaign.batching.BatcherStatus;
import amanah.campaign.domain.AdmissionRules;
import amanah.campaign.domain.Answer;
import amanah.campaign.domain.Campaign;
import amanah.campaign.domain.CampaignCommand;
import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignStatus;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.CampaignTerms;
import amanah.campaign.domain.Decision;
import amanah.campaign.domain.Designation;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.DonationOutcome;
import amanah.campaign.domain.GoalPolicy;
import amanah.campaign.domain.Refusal;
import amanah.id.CampaignId;
import amanah.id.ChangeId;
import amanah.id.DonationId;
import amanah.id.RefundId;
import amanah.money.Money;
import amanah.time.Moment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One campaign of {@link InMemoryCampaigns}; its time stands still. */
final class InMemoryCampaign {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final CampaignId campaignId;
  private final CampaignTerms opening;
  private final boolean draft;
  private final Map<DonationId, RecordedDonation> donations = new LinkedHashMap<>();
  private final Map<RefundId, Answer.RefundRecorded> refunds = new LinkedHashMap<>();
  private final Map<ChangeId, CampaignCommand> changes = new HashMap<>();
  private CampaignTerms terms;
  private CampaignStatus status;
  private Campaign reminding;
  private long views;
  private long sequence = 1;

  InMemoryCampaign(CampaignId campaignId, CampaignTerms terms, boolean draft) {
    this.campaignId = campaignId;
    this.opening = terms;
    this.draft = draft;
    this.terms = terms;
    this.status = draft ? CampaignStatus.DRAFT : CampaignStatus.ACTIVE;
    this.reminding =
        Campaign.unopened(campaignId)
            .evolve(new CampaignEvent.CampaignOpened(campaignId, terms, draft, NOW));
  }

  /** By the rules of the real one, of an active campaign. */
  synchronized Answer remind(CampaignCommand command) {
    Decision decision = reminding.decide(command, Moment.trusted(NOW));
    for (CampaignEvent event : decision.events()) {
      reminding = reminding.evolve(event);
      sequence++;
    }
    return decision.answer();
  }

  synchronized long sequence() {
    return sequence;
  }

  boolean opened(CampaignTerms asked, boolean askedDraft) {
    return opening.equals(asked) && draft == askedDraft;
  }

  synchronized CampaignSummary summary() {
    Money raised = raised();
    BigDecimal percent =
        raised.decimal().movePointRight(2).divide(terms.goal().decimal(), 2, RoundingMode.DOWN);
    long donors =
        donations.values().stream()
            .map(recorded -> recorded.donation().donor())
            .filter(donor -> donor != null && donor.donorId() != null)
            .distinct()
            .count();
    List<Integer> reached =
        terms.milestones().percents().stream().filter(at -> percent.intValue() >= at).toList();
    return new CampaignSummary(
        campaignId,
        terms,
        status,
        raised,
        captured(),
        donations.size(),
        donors,
        percent,
        reached,
        views,
        NOW,
        sequence);
  }

  synchronized Reply<CampaignSummary> amend(CampaignCommand.Amend amendment) {
    return once(
        amendment.changeId(),
        amendment,
        () -> expected(amendment.expectedSequence(), () -> amended(amendment)));
  }

  synchronized Reply<CampaignSummary> changeStatus(CampaignCommand.ChangeStatus change) {
    return once(
        change.changeId(),
        change,
        () -> expected(change.expectedSequence(), () -> moved(change.target())));
  }

  private Reply<CampaignSummary> expected(
      @Nullable Long expectedSequence, Supplier<Reply<CampaignSummary>> change) {
    return expectedSequence == null || expectedSequence == sequence
        ? change.get()
        : new Reply.Refused<>(Refusal.PRECONDITION_FAILED, "it is at " + sequence);
  }

  private Reply<CampaignSummary> once(
      @Nullable ChangeId changeId,
      CampaignCommand command,
      Supplier<Reply<CampaignSummary>> change) {
    CampaignCommand before = changeId == null ? null : changes.get(changeId);
    if (before != null) {
      return before.equals(command)
          ? new Reply.Done<>(summary(), true)
          : new Reply.Refused<>(Refusal.IDEMPOTENCY_MISMATCH, changeId + " was another change");
    }
    Reply<CampaignSummary> reply = change.get();
    if (changeId != null && reply instanceof Reply.Done<CampaignSummary>) {
      changes.put(changeId, command);
    }
    return reply;
  }

  private Reply<CampaignSummary> amended(CampaignCommand.Amend amendment) {
    terms =
        new CampaignTerms(
            amendment.title().orElse(terms.title()),
            amendment.goal().orElse(terms.goal()),
            amendment.removesEnd() ? null : amendment.endsAt().orElse(terms.endsAt()),
            terms.goalPolicy(),
            terms.zakatEligible(),
            amendment.milestones().orElse(terms.milestones()));
    sequence++;
    return new Reply.Done<>(summary(), false);
  }

  private Reply<CampaignSummary> moved(CampaignStatus target) {
    if (!status.successors().contains(target)) {
      return new Reply.Refused<>(Refusal.ILLEGAL_TRANSITION, status + " to " + target);
    }
    status = target;
    sequence++;
    return new Reply.Done<>(summary(), false);
  }

  synchronized Reply<CampaignSummary> trackView() {
    views++;
    sequence++;
    return new Reply.Done<>(summary(), false);
  }

  synchronized DonationOutcome record(Donation donation) {
    RecordedDonation known = donations.get(donation.donationId());
    if (known != null) {
      return known.donation().equals(donation)
          ? new DonationOutcome.Recorded(
              donation.donationId(), donation.amount(), known.sequence(), true)
          : refused(donation, Refusal.IDEMPOTENCY_MISMATCH);
    }
    if (status != CampaignStatus.ACTIVE) {
      return refused(donation, Refusal.CAMPAIGN_NOT_ACTIVE);
    }
    Optional<DonationOutcome.Refused> notAdmitted =
        AdmissionRules.refusal(donation, Moment.trusted(NOW));
    if (notAdmitted.isPresent()) {
      return notAdmitted.get();
    }
    if (!donation.amount().currency().equals(terms.goal().currency())) {
      return refused(donation, Refusal.CURRENCY_MISMATCH);
    }
    if (donation.designation() == Designation.ZAKAT && !terms.zakatEligible()) {
      return refused(donation, Refusal.NOT_ZAKAT_ELIGIBLE);
    }
    if (terms.goalPolicy() == GoalPolicy.HARD
        && raised().plus(donation.amount()).compareTo(terms.goal()) > 0) {
      return refused(donation, Refusal.GOAL_EXCEEDED);
    }
    sequence++;
    Money nothing = Money.zero(terms.goal().currency());
    donations.put(
        donation.donationId(), new RecordedDonation(donation, NOW, sequence, nothing, List.of()));
    return new DonationOutcome.Recorded(donation.donationId(), donation.amount(), sequence, false);
  }

  synchronized Reply<RecordedDonation> donation(DonationId donationId) {
    RecordedDonation recorded = donations.get(donationId);
    return recorded == null
        ? new Reply.Refused<>(Refusal.DONATION_NOT_FOUND, "no donation " + donationId)
        : new Reply.Done<>(recorded, false);
  }

  synchronized Reply<RefundReceipt> refund(CampaignCommand.Refund refund) {
    Answer.RefundRecorded before = refunds.get(refund.refundId());
    if (before != null) {
      return new Reply.Done<>(new RefundReceipt(before, summary()), true);
    }
    RecordedDonation recorded = donations.get(refund.donationId());
    if (recorded == null) {
      return new Reply.Refused<>(Refusal.DONATION_NOT_FOUND, "no " + refund.donationId());
    }
    Money captured = recorded.donation().amount();
    Money left = captured.minus(recorded.refunded());
    Money asked = refund.amount();
    Money amount = asked == null ? left : asked;
    if (!amount.currency().equals(captured.currency())) {
      return new Reply.Refused<>(Refusal.CURRENCY_MISMATCH, "refund of " + amount);
    }
    if (amount.compareTo(left) > 0 || left.isZero()) {
      return new Reply.Refused<>(Refusal.REFUND_EXCEEDS_CAPTURED, "left is " + left);
    }
    return new Reply.Done<>(refunded(refund, recorded, amount), false);
  }

  private RefundReceipt refunded(
      CampaignCommand.Refund refund, RecordedDonation recorded, Money amount) {
    sequence++;
    Donation donation = recorded.donation();
    Money refunded = recorded.refunded().plus(amount);
    List<RecordedDonation.Refund> history = new ArrayList<>(recorded.refunds());
    history.add(
        new RecordedDonation.Refund(
            new CampaignEvent.DonationRefunded(
                refund.refundId(), donation.donationId(), amount, refund.reason(), NOW),
            sequence));
    donations.put(
        donation.donationId(),
        new RecordedDonation(donation, NOW, recorded.sequence(), refunded, history));
    Answer.RefundRecorded answer =
        new Answer.RefundRecorded(
            refund.refundId(),
            donation.donationId(),
            amount,
            refunded,
            donation.amount(),
            refund.reason(),
            sequence,
            false);
    refunds.put(refund.refundId(), answer);
    return new RefundReceipt(answer, summary());
  }

  synchronized BatcherStatus batcher() {
    long total = donations.size();
    return new BatcherStatus(
        BatcherStatus.Activity.IDLE, 0, total, 0, 0, total, captured(), total == 0 ? null : NOW);
  }

  private Money captured() {
    Money captured = Money.zero(terms.goal().currency());
    for (RecordedDonation recorded : donations.values()) {
      captured = captured.plus(recorded.donation().amount());
    }
    return captured;
  }

  private Money raised() {
    Money raised = Money.zero(terms.goal().currency());
    for (RecordedDonation recorded : donations.values()) {
      raised = raised.plus(recorded.donation().amount()).minus(recorded.refunded());
    }
    return raised;
  }

  private static DonationOutcome refused(Donation donation, Refusal refusal) {
    return new DonationOutcome.Refused(
        donation.donationId(), refusal, donation.donationId() + ": " + refusal);
  }
}
