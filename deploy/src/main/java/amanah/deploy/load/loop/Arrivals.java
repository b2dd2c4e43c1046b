package amanah.deploy.load.loop;

/** When the calls of one sender begin. Used by one thread. */
public sealed interface Arrivals permits Arrivals.WhenFree, Schedule {

  /** The moment for which the next call is meant; when it is not after {@code now}, it is due. */
  long dueNanos(long now);

  /** The call that was due has begun or was let go. */
  void passed();

  /** Whether a call that is due and finds no room is let go; otherwise it waits. */
  boolean sheds();

  /** A closed loop: a call is due as soon as there is room for it. */
  record WhenFree() implements Arrivals {

    @Override
    public long dueNanos(long now) {
      return now;
    }

    @Override
    public void passed() {}

    @Override
    public boolean sheds() {
      return false;
    }
  }
}
