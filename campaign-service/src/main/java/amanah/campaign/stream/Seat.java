package amanah.campaign.stream;

import java.util.List;

/** A listener at a tail, and how far it is. Not thread-safe; the tail owns it. */
final class Seat {

  private final StreamListener listener;
  private final Runnable left;
  private State state = State.TAKING;
  private long position;
  private long bytesPosition;
  private boolean live;
  private long sinceNanos;

  /** What happens next at the seat. */
  enum State {
    /** It has been told something, or nothing yet, and has not asked for more. */
    TAKING,
    /** It has asked, and there is nothing to tell. */
    WAITING,
    /** It has asked, and the journal is being read for it. */
    READING,
    /** It has asked, and the journal could not be read for it. */
    THWARTED
  }

  /**
   * A new seat.
   *
   * @param after the number of the last event that it knows
   * @param left called once, when it is empty again
   */
  Seat(StreamListener listener, long after, Runnable left, long nowNanos) {
    this.listener = listener;
    this.position = after;
    this.left = left;
    this.sinceNanos = nowNanos;
  }

  StreamListener listener() {
    return listener;
  }

  State state() {
    return state;
  }

  /** The number of the last event that it was told. */
  long position() {
    return position;
  }

  /** Since when it has been taking, or since when it has been asking. */
  long sinceNanos() {
    return sinceNanos;
  }

  /** Asks; what is done about it may change, not that it asks. */
  void asks(State how, long nowNanos) {
    if (state == State.TAKING) {
      sinceNanos = nowNanos;
    }
    state = how;
  }

  /** Is told that nothing has happened. */
  void quiet(long nowNanos) {
    takes(nowNanos);
    listener.onQuiet();
  }

  /** Has the window before it, and is as far as that. */
  void live(long bytesEnd) {
    live = true;
    bytesPosition = bytesEnd;
  }

  /** Is told events, from the journal or the window. */
  void tell(List<StreamedEvent> events, long nowNanos) {
    takes(nowNanos);
    position = events.getLast().sequence();
    listener.onEvents(events);
  }

  /** Is not where the window is. */
  void elsewhere() {
    live = false;
  }

  /** Whether more has gathered in the window than it may leave there. */
  boolean lags(EventWindow window, StreamLimits limits) {
    return live
        && state == State.TAKING
        && (window.end() - position > limits.lagEventsMax()
            || window.bytesEnd() - bytesPosition > limits.lagBytesMax());
  }

  void leave() {
    left.run();
  }

  private void takes(long nowNanos) {
    state = State.TAKING;
    sinceNanos = nowNanos;
  }
}
