package amanah.journal;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads for statements that wait for the database, apart from those of actors and of callers.
 * They are all there from the start, as their sessions are: what a node holds does not grow with
 * what comes to it.
 */
public final class JournalThreads {

  private JournalThreads() {}

  /**
   * Threads of that name.
   *
   * @param threads how many, usually one a session
   * @param waitingMax tasks that wait for one; one more is refused with {@link
   *     java.util.concurrent.RejectedExecutionException}
   */
  public static ThreadPoolExecutor start(String name, int threads, int waitingMax) {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(waitingMax),
            Thread.ofPlatform().daemon().name(name + "-", 1).factory());
    executor.prestartAllCoreThreads();
    return executor;
  }
}
