package amanah.campaign.ledger;

import akka.dispatch.DispatcherPrerequisites;
import akka.dispatch.ExecutorServiceConfigurator;
import akka.dispatch.ExecutorServiceFactory;
import com.typesafe.config.Config;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The executor of a dispatcher whose threads have a small stack, so that how deep a recursion may
 * go does not hang on how the compiler laid out its frames. Remembers the error that ended a
 * thread.
 */
public final class SmallStacks extends ExecutorServiceConfigurator {

  private static final int THREADS = 2;
  private static final long STACK_BYTES = 256 * 1024;
  private static final AtomicReference<Throwable> FATAL = new AtomicReference<>();

  /** Made by Akka, by this class's name in the dispatcher's settings. */
  public SmallStacks(Config config, DispatcherPrerequisites prerequisites) {
    super(config, prerequisites);
  }

  /** What ended a thread since the last {@link #forget}. */
  static Optional<Throwable> fatal() {
    return Optional.ofNullable(FATAL.get());
  }

  static void forget() {
    FATAL.set(null);
  }

  @Override
  public ExecutorServiceFactory createExecutorServiceFactory(String id, ThreadFactory threads) {
    return () ->
        Executors.newFixedThreadPool(THREADS, task -> small(threads.newThread(task), task));
  }

  /** A thread like Akka's, with its handler of fatal errors, but for the stack. */
  private static Thread small(Thread model, Runnable task) {
    Thread.UncaughtExceptionHandler handler = model.getUncaughtExceptionHandler();
    Thread thread = new Thread(null, task, model.getName(), STACK_BYTES);
    thread.setDaemon(model.isDaemon());
    thread.setUncaughtExceptionHandler(
        (ended, error) -> {
          FATAL.set(error);
          handler.uncaughtException(ended, error);
        });
    return thread;
  }
}
