package amanah.deploy.census;

import amanah.deploy.faults.cluster.Pause;
import amanah.deploy.faults.load.Answer;
import amanah.deploy.faults.load.Caller;
import amanah.deploy.faults.load.Request;
import amanah.deploy.faults.load.Settled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes sleeping campaigns at a rate, whatever becomes of the earlier ones: every other one by a
 * read, the rest by a donation.
 */
final class Waking {

  private static final Logger LOG = LoggerFactory.getLogger(Waking.class);
  private static final long LONGEST_MICROS = Duration.ofMinutes(2).toNanos() / 1000;
  private static final long SECOND_NANOS = Duration.ofSeconds(1).toNanos();
  private static final int DIGITS = 3;
  private static final int FAILURES_KEPT = 20;

  private final CountedCampaigns campaigns;
  private final List<Integer> sleepers;
  private final Caller caller;
  private final Pause pause;
  private final LongSupplier nanoTime;
  private final Kind reads = new Kind();
  private final Kind donations = new Kind();
  private final AtomicLong settled = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final List<String> failures = new ArrayList<>();

  /** One way to be woken. */
  private static final class Kind {

    private final Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, DIGITS);
    private final AtomicLong askedAgain = new AtomicLong();

    private void answered(long tookMicros, int tries) {
      micros.recordValue(Math.min(Math.max(1, tookMicros), LONGEST_MICROS));
      if (tries > 1) {
        askedAgain.incrementAndGet();
      }
    }

    private WakingTimes times() {
      return WakingTimes.of(micros, askedAgain.get());
    }
  }

  /**
   * Will wake these.
   *
   * @param sleepers the numbers of those who are woken, in their order
   */
  Waking(
      CountedCampaigns campaigns,
      List<Integer> sleepers,
      Caller caller,
      Pause pause,
      LongSupplier nanoTime) {
    this.campaigns = campaigns;
    this.sleepers = sleepers;
    this.caller = caller;
    this.pause = pause;
    this.nanoTime = nanoTime;
  }

  /** Wakes all of them and waits for their answers. */
  void wakeAll(int perSecond) throws InterruptedException {
    List<Thread> callers = new ArrayList<>();
    long began = nanoTime.getAsLong();
    try {
      for (int turn = 0; turn < sleepers.size(); turn++) {
        long due = began + turn * SECOND_NANOS / perSecond;
        long left = due - nanoTime.getAsLong();
        if (left > 0) {
          pause.await(Duration.ofNanos(left));
        }
        int sleeper = turn;
        callers.add(Thread.ofVirtual().start(() -> wake(sleeper, due)));
      }
      for (Thread thread : callers) {
        thread.join();
      }
    } finally {
      callers.forEach(Thread::interrupt);
    }
  }

  /** Whether the campaign of that turn gets a donation. */
  static boolean isDonation(int turn) {
    return turn % 2 == 1;
  }

  long settled() {
    return settled.get();
  }

  WakingTimes reads() {
    return reads.times();
  }

  WakingTimes donations() {
    return donations.times();
  }

  /** How many were not answered as they should. */
  long failed() {
    return failed.get();
  }

  /** The first of them, as sentences. */
  synchronized List<String> failures() {
    return List.copyOf(failures);
  }

  private void wake(int turn, long due) {
    int number = sleepers.get(turn);
    boolean donation = isDonation(turn);
    Request request = donation ? campaigns.donate(number) : campaigns.read(number);
    try {
      Settled answer = caller.settle(request, caller.anyNode());
      if (isRight(number, donation, answer.answer())) {
        (donation ? donations : reads).answered((answer.endedNanos() - due) / 1000, answer.tries());
      } else {
        fail("campaign %s was answered %s".formatted(campaigns.id(number), answer.answer()));
      }
      settled.incrementAndGet();
    } catch (InterruptedException givenUp) {
      Thread.currentThread().interrupt();
      LOG.debug("given up", givenUp);
    }
  }

  private boolean isRight(int number, boolean donation, Answer answer) {
    return answer instanceof Answer.Yes yes
        && (donation
            ? yes.body().path("status").asText().equals("captured")
            : campaigns.isAsRecorded(number, 0, yes.body()));
  }

  private synchronized void fail(String sentence) {
    failed.incrementAndGet();
    if (failures.size() < FAILURES_KEPT) {
      failures.add(sentence);
    }
  }
}
