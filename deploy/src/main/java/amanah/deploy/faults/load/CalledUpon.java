package amanah.deploy.faults.load;

import amanah.deploy.faults.books.CampaignNames;
import amanah.deploy.faults.books.PlannedDonations;
import amanah.deploy.faults.cluster.Pause;
import amanah.deploy.faults.kind.Callers;
import amanah.deploy.faults.load.Questions.Question;
import amanah.deploy.faults.load.QuietCampaigns.Gifts;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** Callers at the word of a kind of faults. */
final class CalledUpon implements Callers {

  private static final Duration BESET = Duration.ofSeconds(8);
  private static final Duration BETWEEN = Duration.ofMillis(150);

  /**
   * When somebody gives through a node that goes on: at once, and at moments in which it may have
   * learnt some of what it missed and not yet all.
   */
  private static final int[] GIVEN_MILLIS = {0, 100, 400, 1000, 2000, 3500};

  private static final int POURED_AT_ONCE = 250;

  private final PlannedDonations planned;
  private final Questions questions;
  private final ReservedNumbers numbers;
  private final Gifts gifts;
  private final Pause pause;
  private final LongSupplier nanoTime;
  private final BooleanSupplier going;

  CalledUpon(
      PlannedDonations planned,
      Questions questions,
      ReservedNumbers numbers,
      Gifts gifts,
      Pause pause,
      LongSupplier nanoTime,
      BooleanSupplier going) {
    this.planned = planned;
    this.questions = questions;
    this.numbers = numbers;
    this.gifts = gifts;
    this.pause = pause;
    this.nanoTime = nanoTime;
    this.going = going;
  }

  @Override
  public void beset(int node, List<Integer> campaigns) {
    SplittableRandom chance = new SplittableRandom(campaigns.hashCode());
    for (int campaign : campaigns) {
      RandomGenerator asking = chance.split();
      Threads.start("besetting-asker", () -> ask(node, campaign, asking));
      int millis = GIVEN_MILLIS[chance.nextInt(GIVEN_MILLIS.length)];
      if (CampaignNames.isQuiet(planned.campaigns().get(campaign))) {
        Threads.start("besetting-giver", () -> give(node, campaign, millis));
      }
    }
  }

  @Override
  public Pouring pour(int campaign) {
    AtomicBoolean pouring = new AtomicBoolean(true);
    for (int caller = 0; caller < POURED_AT_ONCE; caller++) {
      Threads.start("pouring", () -> pour(campaign, pouring));
    }
    return () -> pouring.set(false);
  }

  private void ask(int node, int campaign, RandomGenerator chance) throws InterruptedException {
    long until = nanoTime.getAsLong() + BESET.toNanos();
    Question[] all = Question.values();
    questions.ask(Question.READ, campaign, node, chance);
    while (going.getAsBoolean() && nanoTime.getAsLong() < until) {
      questions.ask(all[chance.nextInt(all.length)], campaign, node, chance);
      pause.await(BETWEEN);
    }
  }

  private void give(int node, int campaign, int millis) throws InterruptedException {
    pause.await(Duration.ofMillis(millis));
    gifts.give(numbers.next(campaign), node);
  }

  private void pour(int campaign, AtomicBoolean pouring) throws InterruptedException {
    while (pouring.get() && going.getAsBoolean()) {
      gifts.give(numbers.next(campaign), Caller.NOBODY);
    }
  }
}
