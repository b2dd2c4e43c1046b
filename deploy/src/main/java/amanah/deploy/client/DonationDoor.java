package amanah.deploy.client;

import amanah.client.ClientSettings;
import amanah.client.DonationStream;
import amanah.client.GrpcClient;
import amanah.client.NodeChoice;
import amanah.client.RetryRules;
import amanah.client.StreamLimits;
import amanah.client.Timing;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;

/**
 * Streams donations into a node by the clock of a command; when that gives up waiting, so do the
 * streams.
 */
public final class DonationDoor implements AutoCloseable {

  private static final Duration PATIENCE_MIN = Duration.ofMillis(1);

  private final GrpcClient client;
  private volatile boolean givenUp;

  /** The door of {@code node}; {@code openMax} donations may wait for their receipts at once. */
  public DonationDoor(URI node, Patience patience, int openMax, Time time) {
    ClientSettings settings =
        ClientSettings.USUAL
            .withRetries(rules(patience))
            .withStream(StreamLimits.USUAL.withOpenDonationsMax(openMax));
    this.client =
        new GrpcClient(
            List.of(node),
            NodeChoice.inTurn(1, 0),
            settings,
            new CommandTiming(time),
            new SecureRandom());
  }

  /** A stream of its own, which connects when something is offered. */
  public DonationStream open() {
    return client.donations();
  }

  /** Whether the command's clock gave up waiting. */
  public boolean givenUp() {
    return givenUp;
  }

  @Override
  public void close() {
    client.close();
  }

  private static RetryRules rules(Patience patience) {
    RetryRules usual = RetryRules.USUAL;
    boolean some = patience.total().compareTo(PATIENCE_MIN) > 0;
    return new RetryRules(
        some ? patience.total() : PATIENCE_MIN,
        usual.tryMax(),
        patience.delayFirst(),
        patience.delayMax(),
        usual.leaveAloneMax(),
        usual.underWayMax());
  }

  private final class CommandTiming implements Timing {

    private final Time time;

    CommandTiming(Time time) {
      this.time = time;
    }

    @Override
    public long nanoTime() {
      return time.nanoTime();
    }

    @Override
    public void after(Duration delay, Runnable task) {
      Thread.ofVirtual().name("donation-door").start(() -> await(delay, task));
    }

    private void await(Duration delay, Runnable task) {
      try {
        time.await(delay);
        task.run();
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
        givenUp = true;
        client.close();
      }
    }
  }
}
