package amanah.http;

import java.util.concurrent.Semaphore;

/** How many requests of one kind there may be at once, from before the body to the answer. */
public final class Places {

  private final int max;
  private final Semaphore free;

  /** So many. */
  public Places(int max) {
    this.max = max;
    this.free = new Semaphore(max);
  }

  /** Whether a place was free, which is now taken. */
  public boolean take() {
    return free.tryAcquire();
  }

  /** Why none was. */
  public Problem allTaken() {
    return Problem.of(
        ProblemCode.OVERLOADED, "all " + max + " places for such requests are taken, retry later");
  }

  /** Frees a place that was taken. */
  public void giveBack() {
    free.release();
  }
}
