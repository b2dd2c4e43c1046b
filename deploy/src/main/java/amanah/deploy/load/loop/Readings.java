package amanah.deploy.load.loop;

/** Who is told of every call; any number of threads may tell. */
public interface Readings {

  /** When calls count. */
  LoadWindow window();

  /** A call goes out. */
  void began();

  /**
   * A call has ended, or was let go without having begun.
   *
   * @param dueNanos the moment for which it was meant, from which its latency counts
   */
  void ended(long dueNanos, long endedNanos, Outcome outcome);
}
