package amanah.deploy.node;

import amanah.deploy.terminal.Failure;
import amanah.node.Node;
import com.typesafe.config.Config;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts and stops a node of this process, so that it is gone within five seconds of being told,
 * whatever it was doing. What it has not handed over by then is found by the others as after a
 * crash.
 */
final class OrderlyStop {

  /** Of the five seconds that a stop may take; the rest is the database's and the JVM's. */
  static final Duration STOP_MAX = Duration.ofMillis(3_600);

  /** A node that starts cannot be stopped before it has started. */
  private static final Duration GIVE_UP_MAX = Duration.ofMillis(1_500);

  private static final Logger LOG = LoggerFactory.getLogger(OrderlyStop.class);

  private OrderlyStop() {}

  /**
   * Starts it; when the thread is interrupted meanwhile, stops it again.
   *
   * @throws Failure if it does not start, with the reason in one line
   */
  static Node<AmanahServices> start(Config config, InstantSource clock)
      throws InterruptedException {
    CompletableFuture<Node<AmanahServices>> starting =
        CompletableFuture.supplyAsync(
            () -> LocalNode.startNode(config, clock), Thread::startVirtualThread);
    try {
      return starting.get();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof Failure failure
          ? failure
          : new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      await(starting.thenCompose(Node::stop), GIVE_UP_MAX);
      throw stopped;
    }
  }

  /** Stops it in order. */
  static void stop(Node<?> node) {
    await(node.stop(), STOP_MAX);
  }

  private static void await(CompletionStage<?> stopped, Duration max) {
    try {
      stopped.toCompletableFuture().orTimeout(max.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException late) {
      LOG.warn("the node has not stopped in order within {} ms, and is left", max.toMillis());
      LOG.debug("why", late);
    }
  }
}
