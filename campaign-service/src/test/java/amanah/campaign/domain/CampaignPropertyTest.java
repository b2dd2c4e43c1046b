package amanah.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.id.DonationId;
import amanah.money.Money;
import amanah.time.Moment;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Random lives of campaigns against {@link CampaignModel}. Every failure names the seed that leads
 * to it again.
 */
final class CampaignPropertyTest {

  private static final int LIVES = 450;
  private static final int COMMANDS = 500;
  private static final Set<Refusal> OF_THE_RULES =
      EnumSet.range(Refusal.CAMPAIGN_EXISTS, Refusal.REFUND_EXCEEDS_CAPTURED);

  @Test
  void any_commands_are_answered_and_summed_up_as_by_the_model() {
    Map<String, Integer> words = new HashMap<>();
    for (int seed = 0; seed < LIVES; seed++) {
      Life life = new Life(seed);
      for (int count = 0; count < COMMANDS; count++) {
        for (String word : life.step().split(" ", -1)) {
          words.merge(word, 1, Integer::sum);
        }
      }
      life.checkEvents();
      life.checkReplays();
    }

    // A run in which something never happened has proved nothing about it.
    for (Refusal refusal : OF_THE_RULES) {
      assertThat(words.getOrDefault(refusal.name(), 0)).as(refusal.name()).isGreaterThan(100);
    }
    assertThat(words.get("done")).isGreaterThan(LIVES * 20);
    assertThat(words.get("replayed")).isGreaterThan(LIVES * 20);
  }

  /** One campaign, its model, and a twin that lives on from a snapshot. */
  private static final class Life {

    private final String name;
    private final Random random;
    private final RandomCommands commands;
    private final CampaignCommand.Open opening;
    private final CampaignModel model;
    private final List<CampaignEvent> events = new ArrayList<>();
    private final List<CampaignSnapshot> snapshots = new ArrayList<>();
    private Campaign campaign = Campaign.unopened(Story.CAMPAIGN);
    private Campaign twin = campaign;

    Life(long seed) {
      name = "seed " + seed;
      random = new Random(seed);
      commands = new RandomCommands(random);
      opening = commands.opening();
      model = new CampaignModel(opening);
      Decision opened = campaign.decide(opening, Moment.trusted(Story.START.minusSeconds(60)));
      evolve(opened.events());
      if (seed % 3 == 0 && !opening.draft() && opening.terms().goalPolicy() == GoalPolicy.SOFT) {
        former(Donations.donation("d-0", Long.MAX_VALUE - 40));
      }
      twin = Campaign.restore(campaign.snapshot());
    }

    /** What would not be admitted today stands in the journal, and leaves little room. */
    private void former(Donation donation) {
      evolve(List.of(new CampaignEvent.DonationsRecorded(List.of(donation), Story.START)));
      model.hasFormer(donation);
    }

    /** Does one command; the word for its answer. */
    String step() {
      if (random.nextInt(60) == 0) {
        CampaignSnapshot snapshot = campaign.snapshot();
        snapshots.add(snapshot);
        twin = Campaign.restore(snapshot);
      }
      CampaignCommand command = commands.next(opening);
      Moment now = commands.now();
      boolean mayTake = model.status == CampaignStatus.ACTIVE;
      Decision decision = campaign.decide(command, now);

      assertThat(twin.decide(command, now)).as("%s, twin: %s", name, command).isEqualTo(decision);
      String word = Story.word(decision.answer());
      assertThat(word).as("%s: %s", name, command).isEqualTo(model.expected(command, now));
      if (!mayTake) {
        assertThat(decision.events())
            .as(name)
            .noneMatch(CampaignEvent.DonationsRecorded.class::isInstance);
      }
      evolve(decision.events());
      checkSummary();
      return word;
    }

    private void evolve(List<CampaignEvent> next) {
      for (CampaignEvent event : next) {
        campaign = campaign.evolve(event);
        if (twin.sequence() > 0) {
          twin = twin.evolve(event);
        }
        events.add(event);
      }
    }

    private void checkSummary() {
      CampaignSummary summary = campaign.summary().orElseThrow();
      BigInteger raised = model.raised();
      assertThat(BigInteger.valueOf(summary.raised().minor())).as(name).isEqualTo(raised);
      assertThat(summary.donationCount()).as(name).isEqualTo(model.captured.size());
      assertThat(summary.donorCount()).as(name).isEqualTo(model.donors());
      assertThat(summary.milestonesReached()).as(name).containsExactlyElementsOf(model.reached);
      assertThat(summary.terms()).as(name).isEqualTo(model.terms);
      assertThat(summary.status()).as(name).isEqualTo(model.status);
      assertThat(summary.views()).as(name).isEqualTo(model.views);
      assertThat(summary.sequence()).as(name).isEqualTo(model.events).isEqualTo(events.size());
      assertThat(twin.summary()).as(name).contains(summary);
      if (model.terms.goalPolicy() == GoalPolicy.HARD) {
        assertThat(summary.raised()).as(name).isLessThanOrEqualTo(model.terms.goal());
      }
    }

    /** What the journal says, read once more without the campaign. */
    void checkEvents() {
      Set<DonationId> accepted = new HashSet<>();
      Set<Integer> reached = new HashSet<>();
      for (CampaignEvent event : events) {
        if (event instanceof CampaignEvent.DonationsRecorded recorded) {
          recorded
              .donations()
              .forEach(each -> assertThat(accepted.add(each.donationId())).as(name).isTrue());
        } else if (event instanceof CampaignEvent.MilestoneReached milestone) {
          assertThat(reached.add(milestone.percent())).as(name).isTrue();
        }
      }
      assertThat(accepted).as(name).hasSize(model.captured.size());
      for (Map.Entry<String, Donation> each : model.captured.entrySet()) {
        Money captured = each.getValue().amount();
        assertThat(model.refundedOf(each.getKey()))
            .as(name)
            .isLessThanOrEqualTo(BigInteger.valueOf(captured.minor()));
        checkLocation(each.getValue().donationId());
      }
    }

    private void checkLocation(DonationId donationId) {
      DonationLocation location = campaign.locate(donationId).orElseThrow();
      List<Long> refunds = new ArrayList<>();
      for (int index = 0; index < events.size(); index++) {
        if (events.get(index) instanceof CampaignEvent.DonationRefunded refunded
            && refunded.donationId().equals(donationId)) {
          refunds.add(index + 1L);
        }
      }
      assertThat(location.refundSequences()).as(name).isEqualTo(refunds);
      assertThat(events.get((int) location.sequence() - 1))
          .as(name)
          .isInstanceOfSatisfying(
              CampaignEvent.DonationsRecorded.class,
              recorded ->
                  assertThat(recorded.donations())
                      .as(name)
                      .anyMatch(donation -> donation.donationId().equals(donationId)));
    }

    /**
     * From zero, and from every snapshot that was taken on the way, the same campaign comes out.
     */
    void checkReplays() {
      Campaign replayed = Campaign.unopened(Story.CAMPAIGN);
      for (CampaignEvent event : events) {
        replayed = replayed.evolve(event);
      }
      assertThat(replayed.summary()).as(name).isEqualTo(campaign.summary());
      checkSameFuture(replayed);
      for (CampaignSnapshot snapshot : snapshots) {
        Campaign restored = Campaign.restore(snapshot);
        for (CampaignEvent event : events.subList((int) snapshot.sequence(), events.size())) {
          restored = restored.evolve(event);
        }
        assertThat(restored.summary()).as(name).isEqualTo(campaign.summary());
        checkSameFuture(restored);
      }
    }

    private void checkSameFuture(Campaign other) {
      for (int count = 0; count < 20; count++) {
        CampaignCommand command = commands.next(opening);
        Moment now = commands.now();
        assertThat(other.decide(command, now))
            .as("%s: %s", name, command)
            .isEqualTo(campaign.decide(command, now));
      }
    }
  }
}
