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
import amanah.time.Moment;
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
    Standing standing,
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
        Standing.of(opened.draft() ? CampaignStatus.DRAFT : CampaignStatus.ACTIVE),
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
        new Standing(snapshot.status(), snapshot.endedByTime()),
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
        status(),
        standing.endedByTime(),
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

  CampaignStatus status() {
    return standing.status();
  }

  @Override
  public Optional<CampaignSummary> summary() {
    return Optional.of(
        new CampaignSummary(
            campaignId(),
            terms,
            status(),
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
  public Decision decide(CampaignCommand command, Moment now) {
    checkLinear();
    return switch (command) {
      case CampaignCommand.Open open -> repeatedOpening(open);
      case CampaignCommand.Amend amend -> amend(amend, now);
      case CampaignCommand.ChangeStatus change -> new StatusDecision(this, now).change(change);
      case CampaignCommand.RecordDonations batch ->
          new DonationIntake(this, now).decide(batch.donations());
      case CampaignCommand.Refund refund -> new RefundDecision(this).decide(refund, now.at());
      case CampaignCommand.RecordViews views -> recordViews(views, now.at());
      case CampaignCommand.EndIfDue end -> new StatusDecision(this, now).endIfDue();
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

  private Decision amend(CampaignCommand.Amend amend, Moment now) {
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
        .orElseGet(() -> amendTo(amended, now.at()));
  }

  private Optional<CampaignTermsRules.Problem> amendmentProblem(
      CampaignTerms amended, boolean endChanges, Moment now) {
    if (standing.isFinal() || (standing.endedByTime() && !endAlone(amended))) {
      return Optional.of(
          new CampaignTermsRules.Problem(
              Refusal.CAMPAIGN_NOT_ACTIVE,
              "the campaign is "
                  + Words.of(status())
                  + (standing.isFinal()
                      ? ", its terms are final"
                      : ", expected another end alone")));
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
    return CampaignTermsRules.problem(amended, endChanges, now);
  }

  /** Whether nothing else changes: what is opened again has to be what it was. */
  private boolean endAlone(CampaignTerms amended) {
    return amended.withEnd(terms.endsAt()).equals(terms);
  }

  private Decision amendTo(CampaignTerms amended, Instant now) {
    Stream<CampaignEvent> milestones =
        tally.milestonesDue(amended).stream()
            .map(percent -> new MilestoneReached(percent, tally.raised(), now));
    return new Decision(
        Stream.concat(Stream.of(new TermsAmended(amended, now)), milestones).toList(),
        new Answer.Accepted(false));
  }

  private Decision recordViews(CampaignCommand.RecordViews views, Instant now) {
    if (views.count() == 0) {
      return Decision.of(new Answer.Accepted(true));
    }
    return Decision.of(new Answer.Accepted(false), new ViewsCounted(views.count(), now));
  }

  @Override
  public Campaign evolve(CampaignEvent event) {
    checkLinear();
    return switch (event) {
      case CampaignOpened opened -> throw impossible(opened);
      case TermsAmended amended -> amended(amended);
      case StatusChanged changed -> changed(changed);
      case DonationsRecorded recorded -> recorded(recorded);
      case MilestoneReached reached -> with(terms, standing, tally.reached(reached.percent()));
      case DonationRefunded refunded -> refunded(refunded);
      case ViewsCounted counted -> with(terms, standing, tally.plusViews(counted.count()));
    };
  }

  private OpenedCampaign amended(TermsAmended amended) {
    Money goal = amended.terms().goal();
    boolean open = !standing.isFinal() && (!standing.endedByTime() || endAlone(amended.terms()));
    if (!open || !goal.isPositive() || !isInCurrency(goal)) {
      throw impossible(amended);
    }
    return with(amended.terms(), standing, tally);
  }

  private OpenedCampaign changed(StatusChanged changed) {
    if (changed.from() != status() || !standing.successors().contains(changed.to())) {
      throw impossible(changed);
    }
    return with(terms, Standing.after(changed.to(), terms, changed.at()), tally);
  }

  private OpenedCampaign recorded(DonationsRecorded recorded) {
    Money raised = tally.raised();
    for (Donation donation : recorded.donations()) {
      Money amount = donation.amount();
      if (status() != CampaignStatus.ACTIVE
          || !isInCurrency(amount)
          || !amount.isPositive()
          || !raised.canAdd(amount)) {
        throw impossible(recorded);
      }
      raised = raised.plus(amount);
      index.add(donation, sequence + 1);
    }
    return with(terms, standing, new Tally(raised, tally.milestonesReached(), tally.views()));
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
    return with(terms, standing, left);
  }

  private OpenedCampaign with(CampaignTerms terms, Standing standing, Tally tally) {
    return new OpenedCampaign(opening, terms, standing, tally, sequence + 1, index, index.size());
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
                Words.of(status()),
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
