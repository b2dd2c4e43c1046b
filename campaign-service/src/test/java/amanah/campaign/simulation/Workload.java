package amanah.campaign.simulation;

import amanah.campaign.batching.BatchLimits;
import amanah.campaign.domain.CampaignCommand;
import amanah.campaign.domain.CampaignStatus;
import amanah.campaign.domain.CampaignTerms;
import amanah.campaign.domain.Designation;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.Donations;
import amanah.campaign.domain.GoalPolicy;
import amanah.campaign.domain.Milestones;
import amanah.campaign.entity.EntityLimits;
import amanah.campaign.monitor.MonitorIntervals;
import amanah.campaign.zakat.ReporterLimits;
import amanah.id.CampaignId;
import amanah.id.RefundId;
import amanah.money.Money;
import amanah.supervision.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** What callers want in a simulation, drawn so that they meet: few names, little room, one goal. */
final class Workload {

  static final CampaignId CAMPAIGN = CampaignId.of("well");
  static final int BATCH_MAX = 4;
  static final int PENDING_MAX = 6;

  /** Small, so that each of them is reached. */
  static final EntityLimits LIMITS =
      new EntityLimits(
          2,
          2,
          6,
          new BatchLimits(BATCH_MAX, PENDING_MAX, 1, Duration.ofSeconds(30)),
          new MonitorIntervals(Duration.ofMillis(300), Duration.ofSeconds(1)),
          Backoff.of(Duration.ofMillis(100), Duration.ofMillis(800), 0.2),
          4,
          Duration.ofSeconds(10),
          Duration.ofSeconds(5));

  /** As small. */
  static final ReporterLimits REPORTER =
      new ReporterLimits(
          Duration.ofMillis(400), Backoff.of(Duration.ofMillis(50), Duration.ofMillis(800), 0.2));

  private static final int GOAL_MINOR_MIN = 60;
  private static final int GOAL_MINOR_MAX = 240;
  private static final int AMOUNT_MINOR_MAX = 24;
  private static final int CALLERS_MIN = 3;
  private static final int CALLERS_MAX = 6;
  private static final int ERRANDS_MAX = 5;
  private static final int GIVEN_AT_ONCE_MAX = 4;

  private final SplittableRandom random;
  private final CampaignTerms terms;
  private final List<Donation> named = new ArrayList<>();
  private final List<CampaignCommand.Refund> refunds = new ArrayList<>();

  Workload(SplittableRandom random, Instant now) {
    this.random = random;
    Instant endsAt = oneIn(4) ? now.plusMillis(random.nextInt(500, 6_000)) : null;
    this.terms =
        new CampaignTerms(
            "A well",
            usd(random.nextInt(GOAL_MINOR_MIN, GOAL_MINOR_MAX)),
            endsAt,
            oneIn(2) ? GoalPolicy.HARD : GoalPolicy.SOFT,
            oneIn(2),
            Milestones.QUARTERS);
  }

  /** The first errand, without which there is no campaign. */
  Errand opening() {
    return new Errand.Commanding(new CampaignCommand.Open(terms, oneIn(12)));
  }

  /** What each of several callers wants, in their orders. */
  List<List<Errand>> errands() {
    List<List<Errand>> all = new ArrayList<>();
    int callers = random.nextInt(CALLERS_MIN, CALLERS_MAX + 1);
    for (int caller = 0; caller < callers; caller++) {
      List<Errand> errands = new ArrayList<>();
      int count = random.nextInt(2, ERRANDS_MAX + 1);
      for (int each = 0; each < count; each++) {
        errands.add(errand());
      }
      all.add(errands);
    }
    return all;
  }

  private Errand errand() {
    int die = random.nextInt(20);
    if (die < 12) {
      return new Errand.Giving(donations());
    } else if (die < 15 && !named.isEmpty()) {
      return new Errand.Commanding(refund());
    } else if (die < 16) {
      return new Errand.Commanding(change());
    }
    Errand.Looking.Question[] questions = Errand.Looking.Question.values();
    return new Errand.Looking(questions[random.nextInt(questions.length)]);
  }

  private List<Donation> donations() {
    int count = oneIn(2) ? 1 : random.nextInt(1, GIVEN_AT_ONCE_MAX + 1);
    List<Donation> donations = new ArrayList<>();
    for (int each = 0; each < count; each++) {
      donations.add(donation());
    }
    return donations;
  }

  /** A new one, one that somebody names as well, or one under a name that is somebody else's. */
  private Donation donation() {
    if (!named.isEmpty() && oneIn(4)) {
      Donation other = named.get(random.nextInt(named.size()));
      return oneIn(4) ? given(other.donationId().value()) : other;
    }
    Donation donation = given("d" + named.size());
    named.add(donation);
    return donation;
  }

  private Donation given(String id) {
    Designation designation =
        terms.zakatEligible() && oneIn(2) ? Designation.ZAKAT : Designation.SADAQAH;
    return Donations.donation(id, usd(random.nextInt(1, AMOUNT_MINOR_MAX + 1)), designation);
  }

  private CampaignCommand.Refund refund() {
    if (!refunds.isEmpty() && oneIn(3)) {
      return refunds.get(random.nextInt(refunds.size()));
    }
    Donation donation = named.get(random.nextInt(Math.min(3, named.size())));
    long captured = donation.amount().minor();
    CampaignCommand.Refund refund =
        new CampaignCommand.Refund(
            RefundId.of("r" + refunds.size()),
            donation.donationId(),
            usd(oneIn(2) ? captured : random.nextLong(1, captured + 2)),
            null);
    refunds.add(refund);
    return refund;
  }

  private CampaignCommand change() {
    return switch (random.nextInt(6)) {
      case 0 -> new CampaignCommand.ChangeStatus(CampaignStatus.PAUSED, null);
      case 1, 2 -> new CampaignCommand.ChangeStatus(CampaignStatus.ACTIVE, null);
      case 3 -> new CampaignCommand.ChangeStatus(CampaignStatus.COMPLETED, null);
      default ->
          new CampaignCommand.Amend(
              Optional.empty(),
              Optional.of(usd(random.nextInt(GOAL_MINOR_MIN, GOAL_MINOR_MAX))),
              Optional.empty(),
              Optional.empty());
    };
  }

  private boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  private static Money usd(long minor) {
    return Money.of(minor, Donations.USD);
  }
}
