package amanah.deploy.node;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.CoordinatedShutdown;
import amanah.node.Node;
import amanah.testing.PostgresExtension;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** A whole node that stops in order. */
class NodeStopIT {

  private static final long STOP_SECONDS_MAX = 90;

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  /**
   * What overruns a phase is only warned of. While the singletons of a node have not ended, it does
   * not leave the cluster, and the others do not find the campaigns that it had.
   */
  @Test
  void it_overruns_none_of_its_phases() {
    Node<AmanahServices> node =
        Node.start(
                NodeConfig.alone(0, Map.of("url", POSTGRES.urlWithUser())),
                InstantSource.system(),
                AmanahServices.PLAN)
            .toCompletableFuture()
            .join();
    Logger shutdown = (Logger) LoggerFactory.getLogger(CoordinatedShutdown.class);
    ListAppender<ILoggingEvent> warnings = new ListAppender<>();
    warnings.start();
    shutdown.addAppender(warnings);
    try {
      node.stop().toCompletableFuture().orTimeout(STOP_SECONDS_MAX, TimeUnit.SECONDS).join();
    } finally {
      shutdown.detachAppender(warnings);
    }

    assertThat(warnings.list).extracting(ILoggingEvent::getFormattedMessage).isEmpty();
  }
}
