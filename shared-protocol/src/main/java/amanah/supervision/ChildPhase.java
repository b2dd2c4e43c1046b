package amanah.supervision;

/**
 * Where one child is in its life.
 *
 * <pre>
 *  Pending ---&gt; Starting ---&gt; Running ---&gt; (ended) ---&gt; Down, Pending, Delayed or forgotten
 *     ^             |             |
 *  Delayed          +--&gt; Condemned &lt;--+   its stop is decided, its turn has not come
 *                          |
 *                       Stopping ---&gt; (ended) ---&gt; what its Afterwards says
 * </pre>
 */
sealed interface ChildPhase {

  /** Not running, and nothing is to be done about it. */
  record Down() implements ChildPhase {}

  /** To be started when its turn comes. */
  record Pending(Occasion occasion) implements ChildPhase {}

  /** To be started, but not before its delay is over. */
  record Delayed() implements ChildPhase {}

  /** Started, and its setup is not complete. */
  record Starting(Occasion occasion) implements ChildPhase {}

  /** At work. */
  record Running() implements ChildPhase {}

  /** Alive, to be stopped when those after it have ended. */
  record Condemned(Afterwards afterwards) implements ChildPhase {}

  /** Told to stop, has not ended. */
  record Stopping(Afterwards afterwards) implements ChildPhase {}

  /** Why a child is started, which decides what its failure to start means. */
  enum Occasion {
    /** With the supervisor: a failure is the supervisor's. */
    FIRST,

    /** A failure is one more restart. */
    RESTART,

    /** By a command: a failure is an answer, and no more. */
    REQUEST
  }

  /** What becomes of a child once it has been stopped. */
  enum Afterwards {
    START_AGAIN,
    STAY_DOWN,
    FORGET
  }

  /** Whether there is an actor. */
  default boolean alive() {
    return switch (this) {
      case Down down -> false;
      case Pending pending -> false;
      case Delayed delayed -> false;
      case Starting starting -> true;
      case Running running -> true;
      case Condemned condemned -> true;
      case Stopping stopping -> true;
    };
  }

  /** Whether it belongs to the supervisor's own start, which is then not complete. */
  default boolean first() {
    return this.equals(new Pending(Occasion.FIRST)) || this.equals(new Starting(Occasion.FIRST));
  }
}
