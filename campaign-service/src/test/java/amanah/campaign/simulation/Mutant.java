package amanah.campaign.simulation;

import amanah.campaign.batching.DonationsSettled;
import amanah.campaign.domain.Answer;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.DonationOutcome;
import amanah.campaign.domain.Refusal;
import amanah.campaign.entity.CampaignMessage;
import amanah.campaign.entity.CampaignReply;
import amanah.id.DonationId;
import amanah.protocol.WireMessage;
import java.util.List;

/** Stands at the entity's door and switches off those defences that can be switched off there. */
final class Mutant {

  /** No name in a simulation has it. */
  private static final char MARK = '_';

  private final Mutation mutation;
  private int marks;

  Mutant(Mutation mutation) {
    this.mutation = mutation;
  }

  /** What the entity gets in place of this. */
  CampaignMessage entering(CampaignMessage message) {
    return mutation == Mutation.ID_CHECK && message instanceof CampaignMessage.Donate donate
        ? new CampaignMessage.Donate(
            donate.donations().stream().map(this::marked).toList(),
            donate.askedUntil(),
            donate.replyTo())
        : message;
  }

  private Donation marked(Donation donation) {
    marks++;
    return named(DonationId.of(donation.donationId().value() + MARK + marks), donation);
  }

  /** The donation as its caller named it. */
  static Donation plain(Donation donation) {
    return named(DonationId.of(plain(donation.donationId())), donation);
  }

  /** The name that the caller gave. */
  static String plain(DonationId id) {
    int mark = id.value().indexOf(MARK);
    return mark < 0 ? id.value() : id.value().substring(0, mark);
  }

  private static Donation named(DonationId id, Donation donation) {
    return donation.donationId().equals(id)
        ? donation
        : new Donation(
            id,
            donation.amount(),
            donation.donor(),
            donation.message(),
            donation.designation(),
            donation.assessmentId(),
            donation.paymentReference(),
            donation.donatedAt());
  }

  /**
   * What the caller gets in place of this.
   *
   * @param quorum whether its node may speak, which it is not told when it shall not ask
   */
  WireMessage leaving(WireMessage reply, boolean quorum) {
    if (mutation == Mutation.ACKNOWLEDGEMENT_WITHOUT_QUORUM && !quorum) {
      return acknowledgementsOnly(reply);
    }
    if (mutation != Mutation.REPLAY_ANSWER) {
      return reply;
    }
    return switch (reply) {
      case DonationsSettled settled ->
          new DonationsSettled(
              settled.outcomes().stream().map(each -> asIfNew(each, settled)).toList(),
              settled.campaign());
      case CampaignReply.Answered answered ->
          new CampaignReply.Answered(asIfNew(answered.answer()), answered.campaign());
      default -> reply;
    };
  }

  private static WireMessage acknowledgementsOnly(WireMessage reply) {
    return switch (reply) {
      case DonationsSettled settled ->
          new DonationsSettled(
              settled.outcomes().stream().map(Mutant::acknowledgementOnly).toList(),
              settled.campaign());
      case CampaignReply.Answered answered
          when answered.answer() instanceof Answer.RefundRecorded refund && !refund.replayed() ->
          reply;
      case CampaignReply.Answered answered
          when answered.answer() instanceof Answer.Accepted accepted && !accepted.replayed() ->
          reply;
      case CampaignReply each -> new CampaignReply.Refused(Refusal.TIMEOUT, "without a majority");
      default -> reply;
    };
  }

  private static DonationOutcome acknowledgementOnly(DonationOutcome outcome) {
    return outcome instanceof DonationOutcome.Recorded
        ? outcome
        : new DonationOutcome.Refused(outcome.donationId(), Refusal.TIMEOUT, "without a majority");
  }

  private DonationOutcome asIfNew(DonationOutcome outcome, DonationsSettled settled) {
    if (!(outcome instanceof DonationOutcome.Recorded recorded) || !recorded.replayed()) {
      return outcome;
    }
    marks++;
    return marks % 2 == 0
        ? new DonationOutcome.Refused(
            recorded.donationId(), Refusal.IDEMPOTENCY_MISMATCH, "as if it were another")
        : new DonationOutcome.Recorded(
            recorded.donationId(),
            recorded.amount(),
            settled.campaign().map(CampaignSummary::sequence).orElse(0L),
            false);
  }

  private static Answer asIfNew(Answer answer) {
    return answer instanceof Answer.RefundRecorded refund && refund.replayed()
        ? new Answer.Refused(Refusal.REFUND_EXCEEDS_CAPTURED, "as if it were another")
        : answer;
  }

  /** Outcomes under the names that the callers gave. */
  static List<DonationOutcome> plain(List<DonationOutcome> outcomes) {
    return outcomes.stream().map(Mutant::plain).toList();
  }

  private static DonationOutcome plain(DonationOutcome outcome) {
    DonationId id = DonationId.of(plain(outcome.donationId()));
    return switch (outcome) {
      case DonationOutcome.Recorded recorded ->
          new DonationOutcome.Recorded(
              id, recorded.amount(), recorded.sequence(), recorded.replayed());
      case DonationOutcome.Refused refused ->
          new DonationOutcome.Refused(id, refused.refusal(), refused.detail());
    };
  }
}
