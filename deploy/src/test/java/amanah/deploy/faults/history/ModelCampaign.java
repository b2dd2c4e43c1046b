package amanah.deploy.faults.history;

import amanah.campaign.domain.Answer;
import amanah.campaign.domain.Campaign;
import amanah.campaign.domain.CampaignCommand;
import amanah.campaign.domain.CampaignCommand.RecordDonations;
import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignStatus;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.CampaignTerms;
import amanah.campaign.domain.Decision;
import amanah.campaign.domain.Designation;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.DonationLocation;
import amanah.campaign.domain.DonationOutcome;
import amanah.campaign.domain.GoalPolicy;
import amanah.campaign.domain.Milestones;
import amanah.campaign.domain.Refusal;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.id.RefundId;
import amanah.money.Money;
import amanah.time.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A campaign on its own, which does one thing after another, by the rules of the domain itself. */
@SuppressWarnings("EnumOrdinal") // numbers as the tool itself has them
final class ModelCampaign {

  private static final Currency USD = Currency.getInstance("USD");
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  /** What a caller wants. */
  record Wish(HistoryCall call, int write, int donation, long amount, String text) {}

  private final List<CampaignEvent> events = new ArrayList<>();
  private Campaign campaign = Campaign.unopened(CampaignId.of("model"));

  ModelCampaign(GoalPolicy policy) {
    execute(
        new CampaignCommand.Open(
            new CampaignTerms(
                "first", Money.of(1_000, USD), null, policy, false, Milestones.QUARTERS),
            false));
  }

  List<CampaignEvent> events() {
    return List.copyOf(events);
  }

  /** What it is asked, in the words of a history. */
  static Asked asked(Wish wish) {
    return switch (wish.call()) {
      case READ -> new Asked(HistoryCall.READ, State.UNSEEN, State.UNSEEN, State.UNSEEN);
      case READ_DONATION ->
          new Asked(HistoryCall.READ_DONATION, State.UNSEEN, wish.donation(), State.UNSEEN);
      case DONATE -> new Asked(HistoryCall.DONATE, wish.donation(), wish.donation(), wish.amount());
      case REFUND ->
          new Asked(
              HistoryCall.REFUND, Names.refund("r" + wish.write()), wish.donation(), wish.amount());
      case CHANGE_STATUS ->
          new Asked(
              HistoryCall.CHANGE_STATUS,
              Names.change("c" + wish.write()),
              State.UNSEEN,
              CampaignStatus.valueOf(wish.text()).ordinal());
      case AMEND -> {
        long name = wish.amount() > 0 ? Names.goal(wish.amount()) : Names.title(wish.text());
        yield new Asked(HistoryCall.AMEND, name, State.UNSEEN, State.UNSEEN);
      }
      case OPEN -> throw new IllegalArgumentException("it is open");
    };
  }

  /** Does it, and answers. */
  Answered answer(Wish wish) {
    return switch (wish.call()) {
      case READ -> seen(Told.YES);
      case READ_DONATION -> located(wish);
      case DONATE -> donated(wish);
      case REFUND -> refunded(wish);
      case CHANGE_STATUS ->
          changed(
              new CampaignCommand.ChangeStatus(
                  CampaignStatus.valueOf(wish.text()), "c" + wish.write()));
      case AMEND ->
          changed(
              new CampaignCommand.Amend(
                  wish.amount() > 0 ? Optional.empty() : Optional.of(wish.text()),
                  wish.amount() > 0 ? Optional.of(Money.of(wish.amount(), USD)) : Optional.empty(),
                  Optional.empty(),
                  Optional.empty()));
      case OPEN -> throw new IllegalArgumentException("it is open");
    };
  }

  static DonationId donationId(long number) {
    return DonationId.of("gift-" + number);
  }

  private Answered donated(Wish wish) {
    Donation donation =
        new Donation(
            donationId(wish.donation()),
            Money.of(wish.amount(), USD),
            null,
            null,
            Designation.SADAQAH,
            null,
            "model",
            null);
    Answer.DonationsAnswered answer =
        (Answer.DonationsAnswered) execute(new RecordDonations(List.of(donation)));
    return switch (answer.outcomes().getFirst()) {
      case DonationOutcome.Recorded recorded ->
          new Answered(
              recorded.replayed() ? Told.REPLAYED : Told.YES,
              recorded.sequence(),
              recorded.amount().minor(),
              State.UNSEEN,
              progress());
      case DonationOutcome.Refused refused -> no(refused.refusal());
    };
  }

  private Answered refunded(Wish wish) {
    Answer answer =
        execute(
            new CampaignCommand.Refund(
                RefundId.of("r" + wish.write()),
                donationId(wish.donation()),
                Money.of(wish.amount(), USD),
                null));
    return switch (answer) {
      case Answer.RefundRecorded recorded ->
          new Answered(
              recorded.replayed() ? Told.REPLAYED : Told.YES,
              recorded.sequence(),
              recorded.amount().minor(),
              recorded.refunded().minor(),
              progress());
      case Answer.Refused refused -> no(refused.refusal());
      case Answer.Accepted accepted -> throw new IllegalStateException("accepted");
      case Answer.DonationsAnswered donations -> throw new IllegalStateException("donations");
      case Answer.ReminderTold told -> throw new IllegalStateException("a reminder");
      case Answer.RemindersListed listed -> throw new IllegalStateException("reminders");
    };
  }

  private Answered changed(CampaignCommand command) {
    return execute(command) instanceof Answer.Refused refused
        ? no(refused.refusal())
        : seen(Told.YES);
  }

  private Answered located(Wish wish) {
    Optional<DonationLocation> found = campaign.locate(donationId(wish.donation()));
    if (found.isEmpty()) {
      return no(Refusal.DONATION_NOT_FOUND);
    }
    long sequence = found.get().sequence();
    long amount =
        ((CampaignEvent.DonationsRecorded) events.get((int) sequence - 1))
            .donations()
            .getFirst()
            .amount()
            .minor();
    return new Answered(Told.YES, sequence, amount, found.get().refunded().minor(), State.NOTHING);
  }

  private static Answered no(Refusal refusal) {
    return Answered.only(Told.refusal(refusal.name().toLowerCase(Locale.ROOT)).orElseThrow());
  }

  private State progress() {
    CampaignSummary now = campaign.summary().orElseThrow();
    return State.progress(now.raised().minor(), now.donationCount());
  }

  private Answered seen(Told told) {
    CampaignSummary now = campaign.summary().orElseThrow();
    return new Answered(
        told,
        now.sequence(),
        State.UNSEEN,
        State.UNSEEN,
        new State(
            now.status().ordinal(),
            now.raised().minor(),
            now.donationCount(),
            now.donorCount(),
            now.terms().goal().minor(),
            Digest.of(now.terms().title()),
            now.milestonesReached().size()));
  }

  private Answer execute(CampaignCommand command) {
    Decision decision = campaign.decide(command, Moment.trusted(NOW));
    for (CampaignEvent event : decision.events()) {
      campaign = campaign.evolve(event);
      events.add(event);
    }
    return decision.answer();
  }
}
