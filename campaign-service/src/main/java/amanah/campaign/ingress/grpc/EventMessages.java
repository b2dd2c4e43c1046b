package amanah.campaign.ingress.grpc;

import amanah.campaign.domain.CampaignStatus;
import amanah.campaign.domain.CampaignTerms;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.Donor;
import amanah.campaign.stream.StreamedEvent;
import amanah.grpc.Messages;
import amanah.v1.CampaignEvent;
import amanah.v1.CampaignOpened;
import amanah.v1.DonationsRecorded;
import amanah.v1.Heartbeat;
import amanah.v1.MilestoneReached;
import amanah.v1.PublicDonation;
import amanah.v1.RefundRecorded;
import amanah.v1.ReminderCancelled;
import amanah.v1.ReminderDue;
import amanah.v1.ReminderScheduled;
import amanah.v1.StatusChanged;
import amanah.v1.TermsAmended;
import amanah.v1.ViewsCounted;
import amanah.v1.WatchCampaignResponse;
import java.time.Instant;
import java.util.Objects;

/** Writes events as everybody may know them, which is not how the journal keeps them. */
final class EventMessages {

  private static final StreamedEvent.Form<WatchCampaignResponse> FORM = EventMessages::write;

  private EventMessages() {}

  /** An event, written once for all who listen. */
  static WatchCampaignResponse event(StreamedEvent event) {
    return event.as(FORM);
  }

  static WatchCampaignResponse heartbeat(long sequence, Instant at) {
    return WatchCampaignResponse.newBuilder()
        .setHeartbeat(Heartbeat.newBuilder().setSequence(sequence).setAt(Messages.time(at)))
        .build();
  }

  private static WatchCampaignResponse write(StreamedEvent streamed) {
    CampaignEvent.Builder message =
        CampaignEvent.newBuilder()
            .setCampaignId(streamed.campaignId().value())
            .setSequence(streamed.sequence())
            .setAt(Messages.time(streamed.event().at()));
    switch (streamed.event()) {
      case amanah.campaign.domain.CampaignEvent.CampaignOpened opened ->
          message.setCampaignOpened(opened(opened));
      case amanah.campaign.domain.CampaignEvent.TermsAmended amended ->
          message.setTermsAmended(TermsAmended.newBuilder().setTerms(terms(amended.terms())));
      case amanah.campaign.domain.CampaignEvent.StatusChanged changed ->
          message.setStatusChanged(changed(changed));
      case amanah.campaign.domain.CampaignEvent.DonationsRecorded recorded ->
          message.setDonationsRecorded(recorded(recorded));
      case amanah.campaign.domain.CampaignEvent.DonationRefunded refunded ->
          message.setDonationRefunded(refunded(refunded));
      case amanah.campaign.domain.CampaignEvent.MilestoneReached reached ->
          message.setMilestoneReached(reached(reached));
      case amanah.campaign.domain.CampaignEvent.ViewsCounted counted ->
          message.setViewsCounted(ViewsCounted.newBuilder().setCount(counted.count()));
      case amanah.campaign.domain.CampaignEvent.ReminderScheduled scheduled ->
          message.setReminderScheduled(
              ReminderScheduled.newBuilder()
                  .setReminderId(scheduled.reminderId().value())
                  .setDueAt(Messages.time(scheduled.due()))
                  .setMessage(scheduled.message()));
      case amanah.campaign.domain.CampaignEvent.ReminderCancelled cancelled ->
          message.setReminderCancelled(
              ReminderCancelled.newBuilder().setReminderId(cancelled.reminderId().value()));
      case amanah.campaign.domain.CampaignEvent.ReminderDue due ->
          message.setReminderDue(
              ReminderDue.newBuilder()
                  .setReminderId(due.reminderId().value())
                  .setDueAt(Messages.time(due.due()))
                  .setMessage(due.message()));
    }
    return WatchCampaignResponse.newBuilder().setEvent(message).build();
  }

  private static CampaignOpened opened(amanah.campaign.domain.CampaignEvent.CampaignOpened opened) {
    CampaignStatus status = opened.draft() ? CampaignStatus.DRAFT : CampaignStatus.ACTIVE;
    return CampaignOpened.newBuilder()
        .setTerms(terms(opened.terms()))
        .setStatus(CampaignMessages.status(status))
        .build();
  }

  private static amanah.v1.CampaignTerms terms(CampaignTerms terms) {
    amanah.v1.CampaignTerms.Builder message =
        amanah.v1.CampaignTerms.newBuilder()
            .setTitle(terms.title())
            .setGoal(Messages.money(terms.goal()))
            .setGoalPolicy(CampaignMessages.policy(terms.goalPolicy()))
            .setZakatEligible(terms.zakatEligible())
            .addAllMilestones(terms.milestones().percents());
    if (terms.endsAt() != null) {
      message.setEndsAt(Messages.time(terms.endsAt()));
    }
    return message.build();
  }

  private static StatusChanged changed(amanah.campaign.domain.CampaignEvent.StatusChanged changed) {
    StatusChanged.Builder message =
        StatusChanged.newBuilder()
            .setFrom(CampaignMessages.status(changed.from()))
            .setTo(CampaignMessages.status(changed.to()));
    if (changed.reason() != null) {
      message.setReason(changed.reason());
    }
    return message.build();
  }

  private static DonationsRecorded recorded(
      amanah.campaign.domain.CampaignEvent.DonationsRecorded recorded) {
    DonationsRecorded.Builder message = DonationsRecorded.newBuilder();
    for (Donation donation : recorded.donations()) {
      message.addDonations(donation(donation, recorded.at()));
    }
    return message.build();
  }

  private static PublicDonation donation(Donation donation, Instant recordedAt) {
    PublicDonation.Builder message =
        PublicDonation.newBuilder()
            .setDonationId(donation.donationId().value())
            .setAmount(Messages.money(donation.amount()))
            .setDesignation(DonationMessages.designation(donation.designation()))
            .setDonatedAt(
                Messages.time(Objects.requireNonNullElse(donation.donatedAt(), recordedAt)));
    Donor donor = amanah.campaign.domain.PublicDonation.of(donation).donor();
    if (donor != null) {
      message.setDonor(DonationMessages.donor(donor));
    }
    if (donation.message() != null) {
      message.setMessage(donation.message());
    }
    return message.build();
  }

  private static RefundRecorded refunded(
      amanah.campaign.domain.CampaignEvent.DonationRefunded refunded) {
    return RefundRecorded.newBuilder()
        .setRefundId(refunded.refundId().value())
        .setDonationId(refunded.donationId().value())
        .setAmount(Messages.money(refunded.amount()))
        .build();
  }

  private static MilestoneReached reached(
      amanah.campaign.domain.CampaignEvent.MilestoneReached reached) {
    return MilestoneReached.newBuilder()
        .setPercent(reached.percent())
        .setRaised(Messages.money(reached.raised()))
        .build();
  }
}
