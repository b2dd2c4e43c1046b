package amanah.campaign.stream;

import static amanah.campaign.stream.HandJournal.WELL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One campaign, node after node, and its listeners, by one seed and on one thread. */
final class TailRehearsal implements Tail.Surroundings {

  private static final int LISTENERS_MAX = 8;
  private static final int SETTLE_ROUNDS_MAX = 100_000;
  private static final StreamLimits LIMITS = StreamLimit.of(100, 100, 10, 10, 300, 200);

  private final SplittableRandom random;
  private final Tally tally;
  private final HandJournal journal = new HandJournal(LIMITS.page());
  private final List<Runnable> underWay = new ArrayList<>();
  private final List<Attendance> attendances = new ArrayList<>();
  private Tail tail;
  private long nowNanos;

  /** What has happened in all seeds. */
  static final class Tally {
    long restarts;
    long lagged;
    long stalled;
    long pagesOfOne;
    long seenLate;
    long told;
  }

  /** One who listens, and comes back when his stream has ended. */
  private final class Attendance {

    private final boolean slow;
    private HandListener listener;
    private Seat seat;

    Attendance(long after, boolean slow) {
      this.slow = slow;
      this.listener = new HandListener(after);
      this.seat = sit();
    }

    private Seat sit() {
      Seat place = new Seat(listener, listener.position(), () -> {}, nowNanos);
      tail.join(place);
      underWay.add(() -> tail.more(place));
      return place;
    }

    /** Asks for more some time after it was told something; comes back when cut off. */
    void act() {
      StreamEnd end = listener.end();
      if (end != null) {
        tally.lagged += end == StreamEnd.LAGGED ? 1 : 0;
        tally.stalled += end == StreamEnd.STALLED ? 1 : 0;
        listener = new HandListener(listener.position());
        seat = sit();
      } else if ((!slow || random.nextInt(20) == 0) && listener.wasTold()) {
        Seat taken = seat;
        underWay.add(() -> tail.more(taken));
      }
    }
  }

  TailRehearsal(long seed, Tally tally) {
    this.random = new SplittableRandom(seed);
    this.tally = tally;
    journal.commit(1 + random.nextInt(30));
    this.tail = node();
  }

  private Tail node() {
    long newest = journal.committed();
    long begin = Tail.begin(random.nextLong(newest + 5), newest, LIMITS);
    Tail fresh =
        new Tail(
            LIMITS,
            new WindowBudget(random.nextBoolean() ? LIMITS.windowsBytesMax() : 40),
            this,
            () -> nowNanos,
            begin,
            newest);
    // The word of a node that has gone reaches nobody.
    underWay.clear();
    tail = fresh;
    fresh.start();
    return fresh;
  }

  void run(int steps) {
    for (int step = 0; step < steps; step++) {
      step();
    }
    settle();
    for (Attendance attendance : attendances) {
      assertThat(attendance.listener.position())
          .as("the last event that was told")
          .isGreaterThanOrEqualTo(journal.committed());
      tally.told += attendance.listener.pages().size();
    }
  }

  private void step() {
    switch (random.nextInt(16)) {
      case 0, 1 -> commit();
      case 2 -> join();
      case 3 -> leave();
      case 4 -> tail.stirred(journal.committed());
      case 5 -> passTime();
      case 6 -> restartSeldom();
      case 7 -> journal.reveal();
      case 8, 9, 10 -> anybody();
      default -> goOn();
    }
  }

  private void commit() {
    int count = 1 + random.nextInt(4);
    for (int index = 0; index < count; index++) {
      journal.commit(WELL, 1 + random.nextInt(60));
    }
    if (random.nextInt(4) == 0) {
      journal.hide(journal.committed() - random.nextInt(count));
      tally.seenLate++;
    }
  }

  private void join() {
    if (attendances.size() < LISTENERS_MAX) {
      attendances.add(
          new Attendance(random.nextLong(journal.committed() + 4), random.nextInt(4) == 0));
    }
  }

  private void leave() {
    if (attendances.size() > 2) {
      tail.leave(attendances.remove(random.nextInt(attendances.size())).seat);
    }
  }

  private void passTime() {
    nowNanos += Duration.ofSeconds(random.nextInt(12)).toNanos();
    tail.tick();
  }

  private void restartSeldom() {
    if (random.nextInt(8) == 0) {
      tally.restarts++;
      tail.end(StreamEnd.STOPPING);
      node();
    }
  }

  private void anybody() {
    if (!attendances.isEmpty()) {
      attendances.get(random.nextInt(attendances.size())).act();
    }
  }

  private void goOn() {
    if (!underWay.isEmpty()) {
      underWay.remove(random.nextInt(underWay.size())).run();
    }
  }

  /** Everything is seen, nobody fails, and everybody takes what he is told. */
  private void settle() {
    journal.reveal();
    for (int round = 0; round < SETTLE_ROUNDS_MAX && !isSettled(); round++) {
      tail.stirred(journal.committed());
      attendances.forEach(Attendance::act);
      goOn();
      if (round % 50 == 0) {
        nowNanos += Duration.ofSeconds(1).toNanos();
        tail.tick();
      }
    }
  }

  private boolean isSettled() {
    return attendances.stream()
        .allMatch(
            attendance ->
                attendance.listener.end() == null
                    && attendance.listener.position() >= journal.committed());
  }

  @Override
  public void read(long after, Tail.Pace pace) {
    Tail reader = tail;
    underWay.add(
        () -> {
          if (random.nextInt(6) == 0) {
            reader.notRead();
          } else {
            reader.read(journal.page(WELL, after));
          }
        });
  }

  @Override
  public void readFor(Seat seat) {
    Tail reader = tail;
    List<StreamedEvent> seen = journal.page(WELL, seat.position());
    tally.pagesOfOne++;
    underWay.add(
        () -> {
          if (random.nextInt(6) == 0) {
            reader.notReadFor(seat);
          } else {
            reader.readFor(seat, seen);
          }
        });
  }

  /** Every third word is lost. */
  @Override
  public void follow(long after) {
    Tail follower = tail;
    if (random.nextInt(3) > 0) {
      underWay.add(() -> follower.stirred(Math.max(after, journal.committed())));
    }
  }
}
