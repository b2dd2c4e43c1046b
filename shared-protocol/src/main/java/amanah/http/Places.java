package amanah.http;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * How many requests of one kind there may be at once, from before the body to the answer, and how
 * many of them may be one client's. Whoever holds none is not remembered, so no more clients are
 * than there are places.
 */
public final class Places {

  private final int max;
  private final int clientMax;
  private final String clientLimit;
  private final Semaphore free;
  private final Map<ClientNetwork, Integer> held = new ConcurrentHashMap<>();

  /** So many, which may all be one client's. */
  public Places(int max) {
    this(max, max, "");
  }

  /**
   * So many, of which one client has no more than {@code clientMax}.
   *
   * @param clientLimit what the settings call that, for who is refused
   */
  public Places(int max, int clientMax, String clientLimit) {
    this.max = max;
    this.clientMax = clientMax;
    this.clientLimit = clientLimit;
    this.free = new Semaphore(max);
  }

  /** Takes a place for a client; the answer is empty, or says why there is none for it. */
  public Optional<Problem> take(ClientNetwork client) {
    if (!mayHoldMore(client)) {
      return Optional.of(
          overloaded(
              "%s holds %d such requests at this node, which is the most of one client (%s); end one, or ask another node"
                  .formatted(client, clientMax, clientLimit)));
    }
    if (!free.tryAcquire()) {
      holdsOneLess(client);
      return Optional.of(
          overloaded("all " + max + " places for such requests are taken, retry later"));
    }
    return Optional.empty();
  }

  /** Frees a place that a client has taken. */
  public void giveBack(ClientNetwork client) {
    free.release();
    holdsOneLess(client);
  }

  /** How many clients hold any, of those whose share is bounded. */
  int clients() {
    return held.size();
  }

  private boolean mayHoldMore(ClientNetwork client) {
    if (clientMax >= max) {
      return true;
    }
    boolean[] more = new boolean[1];
    held.compute(
        client,
        (who, before) -> {
          int holds = before == null ? 0 : before;
          more[0] = holds < clientMax;
          return more[0] ? Integer.valueOf(holds + 1) : before;
        });
    return more[0];
  }

  private void holdsOneLess(ClientNetwork client) {
    held.computeIfPresent(client, (who, holds) -> holds > 1 ? holds - 1 : null);
  }

  private static Problem overloaded(String detail) {
    return Problem.of(ProblemCode.OVERLOADED, detail);
  }
}
