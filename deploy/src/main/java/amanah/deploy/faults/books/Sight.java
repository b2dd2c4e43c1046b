package amanah.deploy.faults.books;

/**
 * When and through which node something was seen.
 *
 * @param beganNanos when it was asked for
 * @param endedNanos when the answer was there
 */
public record Sight(int node, int fault, long beganNanos, long endedNanos) {

  @Override
  public String toString() {
    return "through node %d, asked %d ms before the answer".formatted(node, millis());
  }

  private long millis() {
    return (endedNanos - beganNanos) / 1_000_000;
  }
}
