package amanah.campaign.domain;

import amanah.campaign.domain.CampaignEvent.StatusChanged;
import amanah.time.Moment;
import org.jspecify.annotations.Nullable;

/** Decides how a campaign moves along its lifecycle, by hand and by time. */
final class StatusDecision {

  private final OpenedCampaign campaign;
  private final CampaignTerms terms;
  private final Standing standing;
  private final Moment now;

  StatusDecision(OpenedCampaign campaign, Moment now) {
    this.campaign = campaign;
    this.terms = campaign.terms();
    this.standing = campaign.standing();
    this.now = now;
  }

  Decision change(CampaignCommand.ChangeStatus change) {
    if (change.target() == standing.status()) {
      return Decision.of(new Answer.Accepted(true));
    }
    if (!standing.successors().contains(change.target())) {
      return Decision.refused(
          Refusal.ILLEGAL_TRANSITION,
          "the campaign is %s and cannot become %s, expected one of %s"
              .formatted(
                  Words.of(standing.status()),
                  Words.of(change.target()),
                  standing.successors().stream().sorted().map(Words::of).toList()));
    }
    if (standing.endedByTime() && (change.reason() == null || change.reason().isBlank())) {
      return Decision.refused(
          Refusal.INVALID_FIELD,
          "reason is missing, expected why a campaign that has ended is opened again");
    }
    if (change.target() == CampaignStatus.ACTIVE && terms.hasEnded(now.at())) {
      return ended();
    }
    return moveTo(change.target(), change.reason());
  }

  private Decision ended() {
    return now.trusted()
        ? Decision.refused(
            Refusal.ILLEGAL_TRANSITION,
            "the campaign ended at "
                + terms.endsAt()
                + ", expected a later end before it is active")
        : Decision.refused(Refusal.UNAVAILABLE, CampaignTermsRules.doubtful(terms.endsAt()));
  }

  /** Nothing is completed by a time that may be wrong. */
  Decision endIfDue() {
    boolean due = now.trusted() && terms.hasEnded(now.at());
    return due && standing.successors().contains(CampaignStatus.COMPLETED)
        ? moveTo(CampaignStatus.COMPLETED, "its end was reached")
        : Decision.of(new Answer.Accepted(true));
  }

  private Decision moveTo(CampaignStatus target, @Nullable String reason) {
    return Decision.of(
        new Answer.Accepted(false), new StatusChanged(campaign.status(), target, reason, now.at()));
  }
}
