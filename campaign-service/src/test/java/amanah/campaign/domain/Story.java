package amanah.campaign.domain;

import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.id.RefundId;
import amanah.money.Money;
import amanah.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A campaign as its ledger would keep it: each command is decided, and its events are evolved. */
final class Story {

  static final CampaignId CAMPAIGN = CampaignId.of("wells");
  static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  static final Instant END = START.plus(Duration.ofDays(1));

  private Campaign campaign = Campaign.unopened(CAMPAIGN);
  private final List<CampaignEvent> events = new ArrayList<>();
  private List<CampaignEvent> latest = List.of();
  private Moment now = Moment.trusted(START);

  static Story unopened() {
    return new Story();
  }

  static Story active(CampaignTerms terms) {
    Story story = new Story();
    story.does(new CampaignCommand.Open(terms, false));
    return story;
  }

  /** The same with other bounds. */
  static Story limited(IndexLimits limits, CampaignTerms terms) {
    Story story = active(terms);
    OpenedCampaign opened = (OpenedCampaign) story.campaign;
    story.campaign =
        new OpenedCampaign(
            opened.opening(),
            terms,
            opened.lifecycle(),
            opened.tally(),
            opened.sequence(),
            DonationIndex.empty(limits),
            0,
            opened.changes(),
            opened.reminders());
    return story;
  }

  static Story draft(CampaignTerms terms) {
    Story story = new Story();
    story.does(new CampaignCommand.Open(terms, true));
    return story;
  }

  /** A campaign in that status, on a way that the lifecycle allows. */
  static Story in(CampaignStatus status, CampaignTerms terms) {
    Story story = status == CampaignStatus.DRAFT ? draft(terms) : active(terms);
    story.becomes(status);
    return story;
  }

  Answer does(CampaignCommand command) {
    Decision decision = campaign.decide(command, now);
    latest = decision.events();
    latest.forEach(event -> campaign = campaign.evolve(event));
    events.addAll(latest);
    return decision.answer();
  }

  /** Something happened to it. */
  void evolve(CampaignEvent event) {
    campaign = campaign.evolve(event);
    events.add(event);
  }

  /** It recorded a donation when nothing was asked of donations yet. */
  void hasFormer(Donation donation) {
    evolve(new CampaignEvent.DonationsRecorded(List.of(donation), START));
  }

  /** It is read from a snapshot again. */
  void isRestored() {
    campaign = Campaign.restore(campaign.snapshot());
  }

  Answer becomes(CampaignStatus status) {
    return does(new CampaignCommand.ChangeStatus(status, null));
  }

  List<DonationOutcome> donates(Donation... donations) {
    Answer answer = does(new CampaignCommand.RecordDonations(List.of(donations)));
    return ((Answer.DonationsAnswered) answer).outcomes();
  }

  DonationOutcome gives(String id, long minor) {
    return donates(Donations.donation(id, minor)).getFirst();
  }

  Answer refunds(String refundId, String donationId, @Nullable Money amount) {
    return does(
        new CampaignCommand.Refund(
            RefundId.of(refundId), DonationId.of(donationId), amount, "asked for"));
  }

  Answer amends(Optional<String> title, Optional<Money> goal) {
    return does(new CampaignCommand.Amend(title, goal, Optional.empty(), Optional.empty()));
  }

  Answer endsAt(Instant end) {
    return does(
        new CampaignCommand.Amend(
            Optional.empty(), Optional.empty(), Optional.of(end), Optional.empty()));
  }

  void clockIs(Instant instant) {
    now = Moment.trusted(instant);
  }

  /** The same by a clock that may be wrong. */
  void clockSays(Instant instant) {
    now = Moment.doubtful(instant);
  }

  Campaign campaign() {
    return campaign;
  }

  CampaignSummary summary() {
    return campaign.summary().orElseThrow();
  }

  /** All events since the beginning. */
  List<CampaignEvent> events() {
    return events;
  }

  /** The events of the last command. */
  List<CampaignEvent> latest() {
    return latest;
  }

  /** The milestones that the last command announced. */
  List<Integer> announced() {
    return latest.stream()
        .filter(CampaignEvent.MilestoneReached.class::isInstance)
        .map(event -> ((CampaignEvent.MilestoneReached) event).percent())
        .toList();
  }

  /** A word for an answer: a refusal's name, or what was done. */
  static String word(Answer answer) {
    return switch (answer) {
      case Answer.Accepted accepted -> accepted.replayed() ? "replayed" : "done";
      case Answer.DonationsAnswered donations ->
          String.join(" ", donations.outcomes().stream().map(Story::word).toList());
      case Answer.RefundRecorded refund -> refund.replayed() ? "replayed" : "done";
      case Answer.ReminderTold told -> told.replayed() ? "replayed" : "done";
      case Answer.RemindersListed listed -> "done";
      case Answer.Refused refused -> refused.refusal().name();
    };
  }

  /** A word for what became of a donation. */
  static String word(DonationOutcome outcome) {
    return switch (outcome) {
      case DonationOutcome.Recorded recorded -> recorded.replayed() ? "replayed" : "done";
      case DonationOutcome.Refused refused -> refused.refusal().name();
    };
  }
}
