package amanah.campaign.stream;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The end of one campaign's journal at one node, and all who listen to it there.
 *
 * <p>It reads what is committed, page by page and each event once, into a window that all listeners
 * look through. A listener is a number: what follows that number in the window is what it is told
 * next. One whose number lies before the window reads pages of its own from the journal, until the
 * window begins where it is. So there is no seam at which an event could be lost or doubled:
 * whatever a listener is told, from the journal or the window, is the event after its number.
 *
 * <p>Only what is committed can be read, and only what follows without a hole is taken. Word that
 * the campaign has moved on says no more than that looking is worth while.
 *
 * <p>No listener has a buffer. What it has not taken lies in the window, which is bounded and there
 * once; a listener that leaves more there than the window holds is cut off, and one that reads
 * pages is read the next one when it has taken the last. Not thread-safe; its actor owns it.
 */
final class Tail {

  private final StreamLimits limits;
  private final Surroundings surroundings;
  private final LongSupplier nanoTime;
  private final EventWindow window;
  private final Set<Seat> seats = new LinkedHashSet<>();
  private long known;
  private boolean reading;

  /** What a tail needs done. */
  interface Surroundings {

    /** Read the next page and hand it to {@link Tail#read}, or {@link Tail#notRead}. */
    void read(long after, Pace pace);

    /** Read that listener's next page: {@link Tail#readFor(Seat, List)} or notReadFor. */
    void readFor(Seat seat);

    /** Say so with {@link Tail#stirred} when there is an event after that number. */
    void follow(long after);
  }

  /** When a page is wanted. */
  enum Pace {
    /** As soon as may be: there is much to catch up with. */
    NOW,
    /** After some have gathered. */
    GATHERED
  }

  /**
   * A tail that nobody listens to yet.
   *
   * @param begin the number behind which its window begins
   * @param newest the number of the campaign's last event, as far as is known
   */
  Tail(
      StreamLimits limits,
      WindowBudget budget,
      Surroundings surroundings,
      LongSupplier nanoTime,
      long begin,
      long newest) {
    this.limits = limits;
    this.surroundings = surroundings;
    this.nanoTime = nanoTime;
    this.window = new EventWindow(limits, budget, begin);
    this.known = newest;
  }

  /** Begins to read. */
  void start() {
    readOrFollow(Pace.NOW);
  }

  /** Where a tail begins whose first listener knows the events up to that number. */
  static long begin(long after, long newest, StreamLimits limits) {
    return Math.max(Math.min(after, newest), Math.max(0, newest - limits.startEventsMax()));
  }

  /** Whether the campaign is known to have come as far. */
  boolean knows(long sequence) {
    return sequence <= known;
  }

  boolean isFull() {
    return seats.size() >= limits.campaignListenersMax();
  }

  boolean isEmpty() {
    return seats.isEmpty();
  }

  void join(Seat seat) {
    seats.add(seat);
  }

  /** The listener has gone. */
  void leave(Seat seat) {
    if (seats.remove(seat)) {
      seat.leave();
    }
  }

  /** The listener has taken what it was told. */
  void more(Seat seat) {
    if (seats.contains(seat) && seat.state() == Seat.State.TAKING) {
      serve(seat);
    }
  }

  /** The campaign is said to have come that far. */
  void stirred(long sequence) {
    known = Math.max(known, sequence);
    if (!reading && known > window.end()) {
      readOrFollow(Pace.GATHERED);
    }
  }

  /** A page has been read. */
  void read(List<StreamedEvent> page) {
    reading = false;
    int bytes = 0;
    for (StreamedEvent event : page) {
      // What comes after a hole is not taken: what is missing is not visible yet.
      if (event.sequence() == window.end() + 1) {
        window.append(event);
        bytes += event.bytes();
      }
    }
    seats.stream().filter(seat -> seat.state() == Seat.State.WAITING).toList().forEach(this::serve);
    window.trim();
    cutOff();
    if (page.isEmpty()) {
      surroundings.follow(window.end());
    } else {
      boolean full = page.size() >= limits.page().eventsMax() || bytes >= limits.page().bytesMax();
      readOrFollow(full ? Pace.NOW : Pace.GATHERED);
    }
  }

  /** No page could be read; the next word of the campaign, or of the journal, is waited for. */
  void notRead() {
    reading = false;
  }

  /** A listener's own page could not be read. */
  void notReadFor(Seat seat) {
    readFor(seat, List.of());
  }

  /** A listener's own page has been read. */
  void readFor(Seat seat, List<StreamedEvent> page) {
    if (!seats.contains(seat)) {
      return;
    }
    List<StreamedEvent> next = withoutHole(seat.position(), page);
    if (next.isEmpty()) {
      seat.asks(Seat.State.THWARTED, nanoTime.getAsLong());
    } else {
      seat.tell(next, nanoTime.getAsLong());
    }
  }

  /** Time passes. */
  void tick() {
    window.trim();
    for (Seat seat : List.copyOf(seats)) {
      long nanos = nanoTime.getAsLong() - seat.sinceNanos();
      boolean quiet = nanos >= limits.heartbeat().toNanos();
      switch (seat.state()) {
        case TAKING -> {
          if (nanos >= limits.stallMax().toNanos()) {
            end(seat, StreamEnd.STALLED);
          }
        }
        case WAITING -> {
          if (quiet) {
            seat.quiet(nanoTime.getAsLong());
          }
        }
        case THWARTED -> {
          if (quiet) {
            seat.quiet(nanoTime.getAsLong());
          } else {
            serve(seat);
          }
        }
        case READING -> {}
      }
    }
  }

  /** Ends one stream. */
  void end(Seat seat, StreamEnd end) {
    if (seats.remove(seat)) {
      seat.leave();
      seat.listener().onEnd(end);
    }
  }

  /** Ends all streams, and forgets everything. */
  void end(StreamEnd end) {
    List.copyOf(seats).forEach(seat -> end(seat, end));
    window.close();
  }

  private void readOrFollow(Pace pace) {
    if (known > window.end()) {
      reading = true;
      surroundings.read(window.end(), pace);
    } else {
      surroundings.follow(window.end());
    }
  }

  private void serve(Seat seat) {
    long nowNanos = nanoTime.getAsLong();
    if (window.holds(seat.position() + 1)) {
      List<StreamedEvent> next = window.after(seat.position());
      seat.live(window.bytesUpTo(next.getLast().sequence()));
      seat.tell(next, nowNanos);
    } else if (seat.position() == window.end()) {
      seat.live(window.bytesEnd());
      seat.asks(Seat.State.WAITING, nowNanos);
    } else if (seat.position() > window.end()) {
      seat.elsewhere();
      seat.asks(Seat.State.WAITING, nowNanos);
    } else {
      seat.elsewhere();
      seat.asks(Seat.State.READING, nowNanos);
      surroundings.readFor(seat);
    }
  }

  private void cutOff() {
    seats.stream()
        .filter(seat -> seat.lags(window, limits))
        .toList()
        .forEach(seat -> end(seat, StreamEnd.LAGGED));
  }

  private static List<StreamedEvent> withoutHole(long after, List<StreamedEvent> page) {
    List<StreamedEvent> next = new ArrayList<>(page.size());
    for (StreamedEvent event : page) {
      if (event.sequence() == after + next.size() + 1) {
        next.add(event);
      }
    }
    return next;
  }
}
