package amanah.campaign.domain;

import amanah.campaign.domain.CampaignEvent.CampaignOpened;
import amanah.campaign.domain.CampaignEvent.DonationRefunded;
import amanah.campaign.domain.CampaignEvent.DonationsRecorded;
import amanah.campaign.domain.CampaignEvent.MilestoneReached;
import amanah.campaign.domain.CampaignEvent.ReminderCancelled;
import amanah.campaign.domain.CampaignEvent.ReminderDue;
import amanah.campaign.domain.CampaignEvent.ReminderScheduled;
import amanah.campaign.domain.CampaignEvent.StatusChanged;
import amanah.campaign.domain.CampaignEvent.TermsAmended;
import amanah.campaign.domain.CampaignEvent.ViewsCounted;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.id.ReminderId;
import amanah.money.Money;
import amanah.time.Moment;
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
 * @param reminders all it ever had
 */
record OpenedCampaign(
    CampaignOpened opening,
    CampaignTerms terms,
    Lifecycle lifecycle,
    CampaignTotals tally,
    long sequence,
    DonationIndex index,
    long donations,
    ChangeLog changes,
    Reminders reminders)
    implements Campaign {

  static OpenedCampaign open(CampaignOpened opened) {
    CampaignTerms terms = opened.terms();
    return new OpenedCampaign(
        opened,
        terms,
        Lifecycle.of(CampaignStatus.atOpening(opened.draft())),
        new CampaignTotals(Money.zero(terms.goal().currency()), List.of(), 0),
        1,
        DonationIndex.empty(),
        0,
        ChangeLog.EMPTY,
        Reminders.NONE);
  }

  static OpenedCampaign restored(CampaignSnapshot snapshot) {
    DonationIndex index = DonationIndex.restore(snapshot.index());
    return new OpenedCampaign(
        snapshot.opening(),
        snapshot.terms(),
        new Lifecycle(snapshot.status(), snapshot.endedByTime()),
        new CampaignTotals(snapshot.raised(), snapshot.milestonesReached(), snapshot.views()),
        snapshot.sequence(),
        index,
        index.size(),
        ChangeLog.of(snapshot.changes()),
        Reminders.of(snapshot.reminders()));
  }

  @Override
  public CampaignSnapshot snapshot() {
    checkLinear();
    return new CampaignSnapshot(
        opening,
        terms,
        status(),
        lifecycle.endedByTime(),
        tally.raised(),
        tally.milestonesReached(),
        tally.views(),
        sequence,
        index.image(),
        changes.names(),
        reminders.all());
  }

  @Override
  public boolean isZakatEligible() {
    return terms.zakatEligible();
  }

  @Override
  public DueTimes dueTimes() {
    return new DueTimes(terms, status(), reminders);
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
    return lifecycle.status();
  }

  @Override
  public Optional<CampaignSummary> summary() {
    return Optional.of(
        new CampaignSummary(
            campaignId(),
            terms,
            status(),
            tally.raised(),
            Money.of(index.capturedMinor(), tally.raised().currency()),
            donations,
            index.donorCount(),
            tally.percentOf(terms.goal()),
            tally.milestonesReached(),
            tally.views(),
            opening.at(),
            sequence,
            reminders.next()));
  }

  @Override
  public Decision decide(CampaignCommand command, Moment now) {
    checkLinear();
    return switch (command) {
      case CampaignCommand.Open open -> repeatedOpening(open);
      case CampaignCommand.Amend amend -> new ChangeDecision(this, now).decide(amend);
      case CampaignCommand.ChangeStatus change -> new ChangeDecision(this, now).decide(change);
      case CampaignCommand.RecordDonations batch ->
          new DonationIntake(this, now).decide(batch.donations());
      case CampaignCommand.Refund refund -> new RefundDecision(this).decide(refund, now.at());
      case CampaignCommand.RecordViews views -> recordViews(views, now.at());
      case CampaignCommand.ScheduleReminder schedule ->
          new ReminderDecision(this, now).decide(schedule);
      case CampaignCommand.CancelReminder cancel -> new ReminderDecision(this, now).decide(cancel);
      case CampaignCommand.ListReminders list -> new ReminderDecision(this, now).list();
      case CampaignCommand.DoWhatIsDue due -> new ChangeDecision(this, now).doWhatIsDue();
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

  /** Whether its terms may become these: what may be opened again has to be what it was. */
  boolean mayBecome(CampaignTerms amended) {
    boolean endAlone = amended.withEnd(terms.endsAt()).equals(terms);
    return !lifecycle.isFinal() && (!lifecycle.endedByTime() || endAlone);
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
      case MilestoneReached reached -> with(terms, lifecycle, tally.reached(reached.percent()));
      case DonationRefunded refunded -> refunded(refunded);
      case ViewsCounted counted -> with(terms, lifecycle, tally.plusViews(counted.count()));
      case ReminderScheduled scheduled -> scheduled(scheduled);
      case ReminderCancelled cancelled -> cancelled(cancelled);
      case ReminderDue due -> reminded(due);
    };
  }

  private OpenedCampaign amended(TermsAmended amended) {
    Money goal = amended.terms().goal();
    boolean stays = amended.name() != null && amended.terms().equals(terms);
    boolean mayChange = stays || mayBecome(amended.terms());
    if (!mayChange || !goal.isPositive() || !isInCurrency(goal)) {
      throw impossible(amended);
    }
    return with(amended.terms(), lifecycle, tally).named(amended.name());
  }

  /** A change that found the status as it wanted it says nothing of how that came about. */
  private OpenedCampaign changed(StatusChanged changed) {
    boolean stays = changed.name() != null && changed.to() == status();
    boolean mayChange = stays || lifecycle.successors().contains(changed.to());
    if (changed.from() != status() || !mayChange) {
      throw impossible(changed);
    }
    Lifecycle after = stays ? lifecycle : Lifecycle.after(changed.to(), terms, changed.at());
    return with(terms, after, tally).named(changed.name());
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
    return with(
        terms, lifecycle, new CampaignTotals(raised, tally.milestonesReached(), tally.views()));
  }

  private OpenedCampaign refunded(DonationRefunded refunded) {
    if (!isInCurrency(refunded.amount())) {
      throw impossible(refunded);
    }
    CampaignTotals left = tally.minus(refunded.amount());
    index.addRefund(
        refunded.refundId(),
        refunded.donationId(),
        refunded.amount().minor(),
        sequence + 1,
        refunded.reason());
    return with(terms, lifecycle, left);
  }

  private OpenedCampaign scheduled(ReminderScheduled scheduled) {
    if (reminders.find(scheduled.reminderId()).isPresent()) {
      throw impossible(scheduled);
    }
    return reminding(DueTimes.after(reminders, scheduled));
  }

  private OpenedCampaign cancelled(ReminderCancelled cancelled) {
    if (!isToCome(cancelled.reminderId())) {
      throw impossible(cancelled);
    }
    return reminding(DueTimes.after(reminders, cancelled));
  }

  private OpenedCampaign reminded(ReminderDue due) {
    if (!isToCome(due.reminderId())) {
      throw impossible(due);
    }
    return reminding(DueTimes.after(reminders, due));
  }

  private boolean isToCome(ReminderId reminderId) {
    return reminders.find(reminderId).filter(Reminder::isScheduled).isPresent();
  }

  /** Whether nothing will be done in it any more, unless somebody opens it again. */
  boolean isOver() {
    return status().successors().isEmpty();
  }

  private OpenedCampaign reminding(Reminders others) {
    return new OpenedCampaign(
        opening, terms, lifecycle, tally, sequence + 1, index, index.size(), changes, others);
  }

  private OpenedCampaign with(CampaignTerms terms, Lifecycle lifecycle, CampaignTotals tally) {
    return new OpenedCampaign(
        opening, terms, lifecycle, tally, sequence + 1, index, index.size(), changes, reminders);
  }

  private OpenedCampaign named(@Nullable ChangeName name) {
    return new OpenedCampaign(
        opening,
        terms,
        lifecycle,
        tally,
        sequence,
        index,
        donations,
        changes.plus(name),
        reminders);
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
