package amanah.campaign.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The newest events of a campaign, without a hole. It holds what a listener may have before it and
 * no more, for all listeners once. Not thread-safe; the tail owns it.
 */
final class EventWindow {

  private final StreamLimits limits;
  private final WindowBudget budget;
  private final Map<Long, Kept> kept = new HashMap<>();
  private long end;
  private long bytesEnd;
  private long bytes;

  /**
   * An event and where it ends.
   *
   * @param bytesEnd the bytes of all events that were ever appended, up to and with this one
   */
  private record Kept(StreamedEvent event, long bytesEnd) {}

  /** A window that is empty, behind the event of that number. */
  EventWindow(StreamLimits limits, WindowBudget budget, long begin) {
    this.limits = limits;
    this.budget = budget;
    this.end = begin;
    budget.opened();
  }

  /** The number of the newest event. */
  long end() {
    return end;
  }

  /** The bytes of all events that were ever appended. */
  long bytesEnd() {
    return bytesEnd;
  }

  boolean holds(long sequence) {
    return kept.containsKey(sequence);
  }

  void append(StreamedEvent event) {
    if (event.sequence() != end + 1) {
      throw new IllegalArgumentException(
          "event " + event.sequence() + " after " + end + ", expected no hole");
    }
    end++;
    bytesEnd += event.bytes();
    bytes += event.bytes();
    budget.take(event.bytes());
    kept.put(end, new Kept(event, bytesEnd));
  }

  /** A page of the events after that one, which is in the window or just before it. */
  List<StreamedEvent> after(long sequence) {
    List<StreamedEvent> page = new ArrayList<>();
    int taken = 0;
    Kept next = kept.get(sequence + 1);
    while (next != null
        && page.size() < limits.page().eventsMax()
        && taken < limits.page().bytesMax()) {
      page.add(next.event());
      taken += next.event().bytes();
      next = kept.get(next.event().sequence() + 1);
    }
    return page;
  }

  /** The bytes of all events that were appended up to that one, which is in the window. */
  long bytesUpTo(long sequence) {
    Kept at = kept.get(sequence);
    if (at == null) {
      throw new IllegalArgumentException("event " + sequence + " is not in the window");
    }
    return at.bytesEnd();
  }

  /** Forgets the oldest events above the limits, but never the newest. */
  void trim() {
    while (kept.size() > 1
        && (kept.size() > limits.lagEventsMax()
            || bytes > limits.lagBytesMax()
            || budget.isTooMuch(bytes))) {
      forget(end - kept.size() + 1);
    }
  }

  /** Gives all of it back; nothing is appended after that. */
  void close() {
    budget.giveBack(bytes);
    budget.closed();
    bytes = 0;
    kept.clear();
  }

  private void forget(long sequence) {
    Kept oldest = kept.remove(sequence);
    if (oldest != null) {
      bytes -= oldest.event().bytes();
      budget.giveBack(oldest.event().bytes());
    }
  }
}
