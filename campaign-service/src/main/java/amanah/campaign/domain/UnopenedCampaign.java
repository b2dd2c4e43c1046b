package amanah.campaign.domain;

import amanah.campaign.domain.CampaignEvent.CampaignOpened;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.time.Moment;
import java.util.Optional;
import java.util.OptionalLong;

/** A campaign that has not been opened: there is only its id. */
record UnopenedCampaign(CampaignId campaignId) implements Campaign {

  @Override
  public long sequence() {
    return 0;
  }

  @Override
  public Optional<CampaignSummary> summary() {
    return Optional.empty();
  }

  @Override
  public long donations() {
    return 0;
  }

  @Override
  public boolean isZakatEligible() {
    return false;
  }

  @Override
  public DueTimes dueTimes() {
    return DueTimes.UNOPENED;
  }

  @Override
  public OptionalLong sequenceOf(DonationId donationId) {
    return OptionalLong.empty();
  }

  @Override
  public Optional<DonationLocation> locate(DonationId donationId) {
    return Optional.empty();
  }

  @Override
  public CampaignSnapshot snapshot() {
    throw new IllegalStateException("campaign " + campaignId + " has nothing to keep yet");
  }

  @Override
  public Decision decide(CampaignCommand command, Moment now) {
    return switch (command) {
      case CampaignCommand.Open open -> open(open, now);
      case CampaignCommand.Amend amend -> notFound();
      case CampaignCommand.ChangeStatus change -> notFound();
      case CampaignCommand.RecordDonations donations -> notFound();
      case CampaignCommand.Refund refund -> notFound();
      case CampaignCommand.RecordViews views -> notFound();
      case CampaignCommand.ScheduleReminder schedule -> notFound();
      case CampaignCommand.CancelReminder cancel -> notFound();
      case CampaignCommand.ListReminders list -> notFound();
      case CampaignCommand.DoWhatIsDue due -> notFound();
    };
  }

  private Decision open(CampaignCommand.Open open, Moment now) {
    return AdmissionRules.currencyProblem("goal.currency", open.terms().goal(), now)
        .or(() -> CampaignTermsRules.problem(open.terms(), true, now))
        .map(problem -> Decision.refused(problem.refusal(), problem.detail()))
        .orElseGet(
            () ->
                Decision.of(
                    new Answer.Accepted(false),
                    new CampaignOpened(campaignId, open.terms(), open.draft(), now.at())));
  }

  private Decision notFound() {
    return Decision.refused(Refusal.CAMPAIGN_NOT_FOUND, Campaign.notOpened(campaignId));
  }

  @Override
  public Campaign evolve(CampaignEvent event) {
    if (event instanceof CampaignOpened opened && opened.campaignId().equals(campaignId)) {
      return OpenedCampaign.open(opened);
    }
    throw new IllegalStateException(
        "campaign %s was never opened, yet its journal says %s at %s"
            .formatted(campaignId, event.getClass().getSimpleName(), event.at()));
  }
}
