package amanah.campaign.stream;

import static amanah.campaign.stream.HandJournal.WELL;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** A tail whose surroundings do nothing but note what is wanted of them, until the test does it. */
final class HandSurroundings implements Tail.Surroundings {

  static final StreamLimits LIMITS = StreamLimit.small();

  final HandJournal journal = new HandJournal(LIMITS.page());
  final WindowBudget budget = new WindowBudget(LIMITS.windowsBytesMax());
  final Deque<Long> reads = new ArrayDeque<>();
  final Deque<Tail.Pace> paces = new ArrayDeque<>();
  final Deque<Seat> readsFor = new ArrayDeque<>();
  final Deque<Long> follows = new ArrayDeque<>();
  private long nowNanos;
  private int left;

  @Override
  public void read(long after, Tail.Pace pace) {
    reads.add(after);
    paces.add(pace);
  }

  @Override
  public void readFor(Seat seat) {
    readsFor.add(seat);
  }

  @Override
  public void follow(long after) {
    follows.add(after);
  }

  /** A tail that has begun behind that event. */
  Tail tail(long begin) {
    Tail tail = new Tail(LIMITS, budget, this, () -> nowNanos, begin, journal.committed());
    tail.start();
    return tail;
  }

  /** How many have left. */
  int left() {
    return left;
  }

  Seat join(Tail tail, HandListener listener) {
    Seat seat = new Seat(listener, listener.position(), () -> left++, nowNanos);
    tail.join(seat);
    tail.more(seat);
    return seat;
  }

  /** Reads for the tail until it wants nothing. */
  void readAll(Tail tail) {
    while (!reads.isEmpty()) {
      tail.read(journal.page(WELL, reads.remove()));
    }
  }

  /** Commits events, and lets the tail hear of them and read them. */
  void commit(Tail tail, int events) {
    journal.commit(events);
    tail.stirred(journal.committed());
    readAll(tail);
  }

  void pass(Tail tail, Duration time) {
    nowNanos += time.toNanos();
    tail.tick();
  }
}
