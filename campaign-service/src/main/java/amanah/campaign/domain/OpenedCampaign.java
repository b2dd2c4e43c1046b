package amanah.campaign.domain;

import amanah.campaign.domain.CampaignEvent.CampaignOpened;
import amanah.campaign.domain.CampaignEvent.DonationRefunded;
import amanah.campaign.domain.CampaignEvent.DonationsRecorded;
import amanah.campaign.domain.CampaignEvent.MilestoneReached;
import amanah.campaign.domain.CampaignEvent.StatusChanged;
import amanah.campaign.domain.CampaignEvent.TermsAmended;
import amanah.campaign.domain.CampaignEvent.ViewsCounted;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A campaign since it was opened.
 *
 * @param opening how it began, to recognize a repeated opening
 * @param index every donation and refund it ever recorded; grows in place, see {@link Campaign}
 * @param donations how many donations of the index belong to this campaign: more in the index means
 *     that somebody used a campaign that had evolved already
 * @param changes the names of its last changes of terms and status
 */
record OpenedCampaign(
    CampaignOpened opening,
    CampaignTerms terms,
    CampaignStatus status,
    Tally tally,
    long sequence,
    DonationIndex index,
    long donations,
    ChangeLog changes)
    implements Campaign {

  static OpenedCampaign open(CampaignOpened opened) {
    CampaignTerms terms = opened.terms();
    return new OpenedCampaign(
        opened,
        terms,
        opened.draft() ? CampaignStatus.DRAFT : CampaignStatus.ACTIVE,
        new Tally(Money.zero(terms.goal().currency()), List.of(), 0),
        1,
        DonationIndex.empty(),
        0,
        ChangeLog.EMPTY);
  }

  static OpenedCampaign restored(CampaignSnapshot snapshot) {
    DonationIndex index = DonationIndex.restore(snapshot.index());
    return new OpenedCampaign(
        snapshot.opening(),
        snapshot.terms(),
        snapshot.status(),
        new Tally(snapshot.raised(), snapshot.milestonesReached(), snapshot.views()),
        snapshot.sequence(),
        index,
        index.size(),
        ChangeLog.of(snapshot.changes()));
  }

  @Override
  public CampaignSnapshot snapshot() {
    checkLinear();
    return new CampaignSnapshot(
        opening,
        terms,
        status,
        tally.raised(),
        tally.milestonesReached(),
        tally.views(),
        sequence,
        index.image(),
        changes.names());
  }

  @Override
  public boolean isZakatEligible() {
    return terms.zakatEligible();
  }

  @Override
  public OptionalLong sequenceOf(DonationId donationId) {
    checkLinear();
    int known = index.find(donationId);
    return known == DonationIndex.ABSENT
        ? OptionalLong.empty()
        : OptionalLong.of(index.sequence(known));
  }

  @Override
  public Optional<DonationLocation> locate(DonationId donationId) {
    checkLinear();
    int known = index.find(donationId);
    return known == DonationIndex.ABSENT
        ? Optional.empty()
        : Optional.of(
            new DonationLocation(
                index.sequence(known),
                Money.of(index.refundedMinor(known), tally.raised().currency()),
                index.refundSequences(donationId)));
  }

  @Override
  public CampaignId campaignId() {
    return opening.campaignId();
  }

  boolean hasEnded(Instant now) {
    return terms.endsAt() != null && !now.isBefore(terms.endsAt());
  }

  @Override
  public Optional<CampaignSummary> summary() {
    return Optional.of(
        new CampaignSummary(
            campaignId(),
            terms,
            status,
            tally.raised(),
            donations,
            index.donorCount(),
            tally.percentOf(terms.goal()),
            tally.milestonesReached(),
            tally.views(),
            opening.at(),
            sequence));
  }

  @Override
  public Decision decide(CampaignCommand command, Instant now) {
    checkLinear();
    return switch (command) {
      case CampaignCommand.Open open -> repeatedOpening(open);
      case CampaignCommand.Amend amend -> new ChangeDecision(this, now).decide(amend);
      case CampaignCommand.ChangeStatus change -> new ChangeDecision(this, now).decide(change);
      case CampaignCommand.RecordDonations batch ->
          new DonationIntake(this, now).decide(batch.donations());
      case CampaignCommand.Refund refund -> new RefundDecision(this).decide(refund, now);
      case CampaignCommand.RecordViews views -> recordViews(views, now);
      case CampaignCommand.EndIfDue end -> endIfDue(now);
    };
  }

  private Decision repeatedOpening(CampaignCommand.Open open) {
    if (open.terms().equals(opening.terms()) && open.draft() == opening.draft()) {
      return Decision.of(new Answer.Accepted(true));
    }
    return Decision.refused(
        Refusal.CAMPAIGN_EXISTS,
        "campaign \"" + campaignId() + "\" exists with other terms, expected another id");
  }

  private Decision recordViews(CampaignCommand.RecordViews views, Instant now) {
    if (views.count() == 0) {
      return Decision.of(new Answer.Accepted(true));
    }
    return Decision.of(new Answer.Accepted(false), new ViewsCounted(views.count(), now));
  }

  private Decision endIfDue(Instant now) {
    if (!hasEnded(now) || !status.successors().contains(CampaignStatus.COMPLETED)) {
      return Decision.of(new Answer.Accepted(true));
    }
    return Decision.of(
        new Answer.Accepted(false),
        new StatusChanged(status, CampaignStatus.COMPLETED, "its end was reached", now));
  }

  @Override
  public Campaign evolve(CampaignEvent event) {
    checkLinear();
    return switch (event) {
      case CampaignOpened opened -> throw impossible(opened);
      case TermsAmended amended -> amended(amended);
      case StatusChanged changed -> changed(changed);
      case DonationsRecorded recorded -> recorded(recorded);
      case MilestoneReached reached -> with(terms, status, tally.reached(reached.percent()));
      case DonationRefunded refunded -> refunded(refunded);
      case ViewsCounted counted -> with(terms, status, tally.plusViews(counted.count()));
    };
  }

  private OpenedCampaign amended(TermsAmended amended) {
    Money goal = amended.terms().goal();
    boolean stays = amended.name() != null && amended.terms().equals(terms);
    boolean mayChange = stays || !status.successors().isEmpty();
    if (!mayChange || !goal.isPositive() || !isInCurrency(goal)) {
      throw impossible(amended);
    }
    return with(amended.terms(), status, tally).named(amended.name());
  }

  private OpenedCampaign changed(StatusChanged changed) {
    boolean stays = changed.name() != null && changed.to() == status;
    boolean mayChange = stays || status.successors().contains(changed.to());
    if (changed.from() != status || !mayChange) {
      throw impossible(changed);
    }
    return with(terms, changed.to(), tally).named(changed.name());
  }

  private OpenedCampaign recorded(DonationsRecorded recorded) {
    Money raised = tally.raised();
    for (Donation donation : recorded.donations()) {
      Money amount = donation.amount();
      if (status != CampaignStatus.ACTIVE
          || !isInCurrency(amount)
          || !amount.isPositive()
          || !raised.canAdd(amount)) {
        throw impossible(recorded);
      }
      raised = raised.plus(amount);
      index.add(donation, sequence + 1);
    }
    return with(terms, status, new Tally(raised, tally.milestonesReached(), tally.views()));
  }

  private OpenedCampaign refunded(DonationRefunded refunded) {
    if (!isInCurrency(refunded.amount())) {
      throw impossible(refunded);
    }
    Tally left = tally.minus(refunded.amount());
    index.addRefund(
        refunded.refundId(),
        refunded.donationId(),
        refunded.amount().minor(),
        sequence + 1,
        refunded.reason());
    return with(terms, status, left);
  }

  private OpenedCampaign with(CampaignTerms terms, CampaignStatus status, Tally tally) {
    return new OpenedCampaign(
        opening, terms, status, tally, sequence + 1, index, index.size(), changes);
  }

  private OpenedCampaign named(@Nullable ChangeName name) {
    return new OpenedCampaign(
        opening, terms, status, tally, sequence, index, donations, changes.plus(name));
  }

  private boolean isInCurrency(Money money) {
    return money.currency().equals(tally.raised().currency());
  }

  /** Names the event and not its content, for that has donors in it and ends in a log. */
  private IllegalStateException impossible(CampaignEvent event) {
    return new IllegalStateException(
        "campaign %s is %s at %d, yet its journal says %s at %s"
            .formatted(
                campaignId(),
                Words.of(status),
                sequence,
                event.getClass().getSimpleName(),
                event.at()));
  }

  private void checkLinear() {
    if (index.size() != donations) {
      throw new IllegalStateException(
          "campaign %s at %d has evolved already".formatted(campaignId(), sequence));
    }
  }
}
