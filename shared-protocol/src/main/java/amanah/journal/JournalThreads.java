package amanah.journal;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads for statements that wait for the database, apart from those of actors and of callers. */
public final class JournalThreads {

  private JournalThreads() {}

  /**
   * Threads of that name.
   *
   * @param threads how many, usually one a session
   * @param waitingMax tasks that wait for one; one more is refused with {@link
   *     java.util.concurrent.RejectedExecutionException}
   */
  public static ThreadPoolExecutor bounded(String name, int threads, int waitingMax) {
    return new ThreadPoolExecutor(
        threads,
        threads,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(waitingMax),
        Thread.ofPlatform().daemon().name(name + "-", 1).factory());
  }
}
