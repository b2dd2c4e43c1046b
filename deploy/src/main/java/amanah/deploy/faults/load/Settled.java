package amanah.deploy.faults.load;

/**
 * How a request ended for its caller.
 *
 * @param answer the last one; {@link Answer.Ambiguous} when the caller's time was over
 * @param node which gave it
 * @param tries how many there were
 * @param ambiguous how many of them left open whether it was done
 * @param beganNanos the first try
 * @param endedNanos the answer; the first refusal where it was asked for again
 */
public record Settled(
    Answer answer, int node, int tries, int ambiguous, long beganNanos, long endedNanos) {

  /** From the first try to the answer. */
  public long tookNanos() {
    return endedNanos - beganNanos;
  }

  /** Whether a try without an answer had in truth been done, and the next one said so. */
  boolean resolved() {
    return ambiguous > 0 && answer instanceof Answer.Yes yes && yes.replayed();
  }
}
