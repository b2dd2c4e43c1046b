package amanah.deploy.client;

import amanah.deploy.terminal.ExitCode;
import amanah.deploy.terminal.Failure;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The waits between the repeats of one request: doubling, and each shortened at random by up to a
 * half, so that those who failed together do not come back together.
 */
public final class Backoff {

  private static final int DOUBLINGS_MAX = 20;

  private final Patience patience;
  private final Time time;
  private long progressNanos;
  private int repeats;

  /** Starts with all of its patience. */
  public Backoff(Patience patience, Time time) {
    this.patience = patience;
    this.time = time;
    this.progressNanos = time.nanoTime();
  }

  /** Part of the request got through: patience starts anew. */
  public void progressed() {
    progressNanos = time.nanoTime();
    repeats = 0;
  }

  /**
   * Waits before the next repeat.
   *
   * @throws Failure when patience has ended
   */
  public void await(Reply.Later later) throws InterruptedException {
    long left = patience.total().toNanos() - (time.nanoTime() - progressNanos);
    if (left <= 0) {
      throw new Failure(
          ExitCode.UNAVAILABLE,
          later.reason() + " (tried for " + patience.total().toSeconds() + " s)");
    }
    long delay = Math.max(jittered(), later.notBefore().toNanos());
    time.await(Duration.ofNanos(Math.min(delay, left)));
    repeats++;
  }

  private long jittered() {
    long doubled = patience.delayFirst().toNanos() << Math.min(repeats, DOUBLINGS_MAX);
    long delay = Math.min(doubled, patience.delayMax().toNanos());
    return delay - ThreadLocalRandom.current().nextLong(delay / 2 + 1);
  }
}
