package amanah.http;

import java.util.concurrent.Semaphore;

/** How many requests of one kind there may be at once, from before the body to the answer. */
final class Places {

  private final int max;
  private final Semaphore free;

  Places(int max) {
    this.max = max;
    this.free = new Semaphore(max);
  }

  /** Whether a place was free, which is now taken. */
  boolean take() {
    return free.tryAcquire();
  }

  /** Why none was. */
  Problem allTaken() {
    return Problem.of(
        ProblemCode.OVERLOADED, "all " + max + " places for such requests are taken, retry later");
  }

  void giveBack() {
    free.release();
  }
}
