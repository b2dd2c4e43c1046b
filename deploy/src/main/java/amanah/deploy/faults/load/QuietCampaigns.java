package amanah.deploy.faults.load;

import amanah.deploy.faults.books.CampaignNames;
import amanah.deploy.faults.books.PlannedDonations;
import amanah.deploy.faults.cluster.Pause;
import amanah.deploy.faults.load.Questions.Question;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * Campaigns that are given to every 20 to 60 seconds, and asked all the time through every node. A
 * node that was overtaken stays behind only for as long as nobody writes: in a busy campaign it
 * finds out at the next donation, in a quiet one it goes on telling what was.
 */
final class QuietCampaigns {

  private static final int WRITTEN_MILLIS_MIN = 20_000;
  private static final int WRITTEN_MILLIS_MAX = 60_000;
  private static final Duration ASKED_IN_CALM = Duration.ofSeconds(3);
  private static final Duration ASKED_UNDER_FAULTS = Duration.ofMillis(800);

  /** Written at once, so that there is something to ask for. */
  private static final Duration FIRST_MAX = Duration.ofSeconds(5);

  private final PlannedDonations planned;
  private final Questions questions;
  private final ReservedNumbers numbers;
  private final Gifts gifts;
  private final Meter meter;
  private final Pause pause;
  private final BooleanSupplier going;

  /** Gives a donation that is planned. */
  @FunctionalInterface
  interface Gifts {
    /** Gives that one, at first through that node, and waits until it is settled. */
    void give(long number, int node) throws InterruptedException;
  }

  QuietCampaigns(
      PlannedDonations planned,
      Questions questions,
      ReservedNumbers numbers,
      Gifts gifts,
      Meter meter,
      Pause pause,
      BooleanSupplier going) {
    this.planned = planned;
    this.questions = questions;
    this.numbers = numbers;
    this.gifts = gifts;
    this.meter = meter;
    this.pause = pause;
    this.going = going;
  }

  /** Begins: one giver for each campaign, and one who asks for each campaign at each node. */
  void begin(int nodes, long seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    for (int index = 0; index < planned.campaigns().size(); index++) {
      int campaign = index;
      if (CampaignNames.isQuiet(planned.campaigns().get(campaign))) {
        RandomGenerator giving = chance.split();
        Threads.start("quiet-giver", () -> giveOn(campaign, nodes, giving));
        for (int door = 0; door < nodes; door++) {
          int node = door;
          RandomGenerator asking = chance.split();
          Threads.start("quiet-asker", () -> askOn(campaign, node, asking));
        }
      }
    }
  }

  private void giveOn(int campaign, int nodes, RandomGenerator chance) throws InterruptedException {
    pause.await(Duration.ofMillis(chance.nextLong(FIRST_MAX.toMillis())));
    while (going.getAsBoolean()) {
      gifts.give(numbers.next(campaign), chance.nextInt(nodes));
      pause.await(Duration.ofMillis(chance.nextInt(WRITTEN_MILLIS_MIN, WRITTEN_MILLIS_MAX)));
    }
  }

  private void askOn(int campaign, int node, RandomGenerator chance) throws InterruptedException {
    Question[] all = Question.values();
    while (going.getAsBoolean()) {
      questions.ask(all[chance.nextInt(all.length)], campaign, node, chance);
      long usual = (meter.fault() == null ? ASKED_IN_CALM : ASKED_UNDER_FAULTS).toMillis();
      pause.await(Duration.ofMillis(usual / 2 + chance.nextLong(usual)));
    }
  }
}
