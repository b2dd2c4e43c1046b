package amanah.deploy.node;

import amanah.deploy.terminal.Failure;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operating system's or the person's wish that this process ends (SIGTERM, Ctrl-C).
 *
 * <p>The signals are taken here, not by a shutdown hook: hooks of all libraries run at the same
 * time, so one of them could take the database away from a node that still drains, and the process
 * would end with 143. A second signal ends it at once. {@code sun.misc.Signal} is the JDK's only
 * door to signals; it is reached by name because the compiler warns of it in a way that cannot be
 * suppressed.
 */
public final class StopRequest {

  private static final Logger LOG = LoggerFactory.getLogger(StopRequest.class);
  private static final int ENDED_BY_SIGNAL = 130;

  private final CountDownLatch asked = new CountDownLatch(1);

  /** Opens when the process shall end. */
  public CountDownLatch asked() {
    return asked;
  }

  /**
   * Waits until the process shall end, or until what it runs has ended by itself.
   *
   * @return whether it was asked to
   */
  public boolean await(CompletionStage<?> ended) throws InterruptedException {
    AtomicBoolean wanted = new AtomicBoolean(true);
    var unused =
        ended.whenComplete(
            (gone, failure) -> {
              if (asked.getCount() > 0) {
                wanted.set(false);
                ask();
              }
            });
    asked.await();
    return wanted.get();
  }

  /**
   * Interrupts a thread when the process shall end, for work that has more to do than to end.
   *
   * @return what waits for it, to be interrupted when the work is done
   */
  public Thread interrupting(Thread working) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                asked.await();
                working.interrupt();
              } catch (InterruptedException done) {
                Thread.currentThread().interrupt();
              }
            });
  }

  /** Work that ends early when its thread is interrupted. */
  @FunctionalInterface
  public interface Work<T> {

    /** Does it; what it has begun it undoes before it throws. */
    T run() throws InterruptedException;
  }

  /**
   * What the work makes, such as a node that is started; empty if the process shall end meanwhile,
   * and the work was given up, or failed, for that.
   */
  public <T> Optional<T> unlessAsked(Work<T> work) {
    Thread watch = interrupting(Thread.currentThread());
    try {
      return Optional.of(work.run());
    } catch (InterruptedException given) {
      return Optional.empty();
    } catch (Failure failed) {
      if (asked.getCount() > 0) {
        throw failed;
      }
      LOG.debug("it was told to stop while it started", failed);
      return Optional.empty();
    } finally {
      watch.interrupt();
      endOf(watch);
    }
  }

  /** Waits for a thread that ends at once, and takes back what it interrupted too late. */
  private static void endOf(Thread watch) {
    while (watch.isAlive()) {
      try {
        watch.join();
      } catch (InterruptedException late) {
        LOG.trace("interrupted when it was over", late);
      }
    }
    boolean unused = Thread.interrupted();
  }

  /** Asks from inside. */
  public void ask() {
    asked.countDown();
  }

  /** Takes SIGTERM and SIGINT from now on. */
  public static StopRequest ofSignals() {
    StopRequest request = new StopRequest();
    request.take("TERM");
    request.take("INT");
    return request;
  }

  private void take(String name) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      InvocationHandler onSignal =
          (proxy, method, arguments) -> {
            if (method.getName().equals("handle")) {
              signalled();
            }
            return null;
          };
      Object handling =
          Proxy.newProxyInstance(
              StopRequest.class.getClassLoader(), new Class<?>[] {handler}, onSignal);
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), handling);
    } catch (ReflectiveOperationException unavailable) {
      LOG.warn("SIG{} cannot be taken here; the node will not drain on it", name, unavailable);
    }
  }

  private void signalled() {
    if (asked.getCount() == 0) {
      Runtime.getRuntime().halt(ENDED_BY_SIGNAL);
    }
    ask();
  }
}
