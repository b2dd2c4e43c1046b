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
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A campaign since it was opened.
 *
 * @param opening how it began, to recognize a repeated opening
 * @param index every donation and refund it ever recorded; grows in place, see {@link Campaign}
 * @param donations how many donations of the index belong to this campaign: more in the index means
 *     that somebody used a campaign that had evolved already
 */
record OpenedCampaign(
    CampaignOpened opening,
    CampaignTerms terms,
    CampaignStatus status,
    Tally tally,
    long sequence,
    DonationIndex index,
    long donations)
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
        0);
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
        index.size());
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
        index.image());
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
      case CampaignCommand.Amend amend -> amend(amend, now);
      case CampaignCommand.ChangeStatus change -> changeStatus(change, now);
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

  private Decision amend(CampaignCommand.Amend amend, Instant now) {
    CampaignTerms amended =
        new CampaignTerms(
            amend.title().orElse(terms.title()),
            amend.goal().orElse(terms.goal()),
            amend.endsAt().orElse(terms.endsAt()),
            terms.goalPolicy(),
            terms.zakatEligible(),
            amend.milestones().orElse(terms.milestones()));
    if (amended.equals(terms)) {
      return Decision.of(new Answer.Accepted(true));
    }
    return amendmentProblem(amended, !Objects.equals(amended.endsAt(), terms.endsAt()), now)
        .map(problem -> Decision.refused(problem.refusal(), problem.detail()))
        .orElseGet(() -> amendTo(amended, now));
  }

  private Optional<CampaignTermsRules.Problem> amendmentProblem(
      CampaignTerms amended, boolean endChanges, Instant now) {
    if (status.successors().isEmpty()) {
      return Optional.of(
          new CampaignTermsRules.Problem(
              Refusal.CAMPAIGN_NOT_ACTIVE,
              "the campaign is " + Words.of(status) + ", its terms are final"));
    }
    if (!amended.goal().currency().equals(terms.goal().currency())) {
      return Optional.of(
          new CampaignTermsRules.Problem(
              Refusal.CURRENCY_MISMATCH,
              "goal is in " + amended.goal().currency() + ", expected " + terms.goal().currency()));
    }
    if (terms.goalPolicy() == GoalPolicy.HARD && amended.goal().compareTo(tally.raised()) < 0) {
      return Optional.of(
          new CampaignTermsRules.Problem(
              Refusal.INVALID_AMOUNT,
              "goal "
                  + amended.goal()
                  + ", expected at least what was raised under the hard goal: "
                  + tally.raised()));
    }
    return CampaignTermsRules.problem(amended, endChanges ? now : Instant.MIN);
  }

  private Decision amendTo(CampaignTerms amended, Instant now) {
    Stream<CampaignEvent> milestones =
        tally.milestonesDue(amended).stream()
            .map(percent -> new MilestoneReached(percent, tally.raised(), now));
    return new Decision(
        Stream.concat(Stream.of(new TermsAmended(amended, now)), milestones).toList(),
        new Answer.Accepted(false));
  }

  private Decision changeStatus(CampaignCommand.ChangeStatus change, Instant now) {
    if (change.target() == status) {
      return Decision.of(new Answer.Accepted(true));
    }
    if (!status.successors().contains(change.target())) {
      return Decision.refused(
          Refusal.ILLEGAL_TRANSITION,
          "the campaign is %s and cannot become %s, expected one of %s"
              .formatted(
                  Words.of(status),
                  Words.of(change.target()),
                  status.successors().stream().sorted().map(Words::of).toList()));
    }
    if (change.target() == CampaignStatus.ACTIVE && hasEnded(now)) {
      return Decision.refused(
          Refusal.ILLEGAL_TRANSITION,
          "the campaign ended at " + terms.endsAt() + ", expected a later end before it is active");
    }
    return Decision.of(
        new Answer.Accepted(false),
        new StatusChanged(status, change.target(), change.reason(), now));
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
    if (status.successors().isEmpty() || !goal.isPositive() || !isInCurrency(goal)) {
      throw impossible(amended);
    }
    return with(amended.terms(), status, tally);
  }

  private OpenedCampaign changed(StatusChanged changed) {
    if (changed.from() != status || !status.successors().contains(changed.to())) {
      throw impossible(changed);
    }
    return with(terms, changed.to(), tally);
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
    return new OpenedCampaign(opening, terms, status, tally, sequence + 1, index, index.size());
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
