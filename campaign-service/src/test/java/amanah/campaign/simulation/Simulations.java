package amanah.campaign.simulation;

import amanah.campaign.entity.CampaignRoot;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * The nodes that simulations run on, one simulation at a time. While they are there nothing is
 * logged, but what a campaign logs of failures in its tree is told to the simulation.
 */
final class Simulations implements AutoCloseable {

  private final Logger everything;
  private final Level levelBefore;
  private final Logger campaign;
  private final Failures failures = new Failures();
  private final List<SimulatedNode> nodes;

  /** Hears what a campaign's root says when a child has failed. */
  private static final class Failures extends AppenderBase<ILoggingEvent> {

    @Override
    protected void append(ILoggingEvent event) {
      Object[] arguments = event.getArgumentArray();
      Simulation.current()
          .failed(String.valueOf(arguments[0]), String.valueOf(arguments[arguments.length - 1]));
    }
  }

  /** Starts the nodes. */
  Simulations() {
    LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();
    everything = logging.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    levelBefore = everything.getLevel();
    everything.setLevel(Level.OFF);
    campaign = logging.getLogger(CampaignRoot.class);
    campaign.setLevel(Level.WARN);
    campaign.setAdditive(false);
    failures.setContext(logging);
    failures.start();
    campaign.addAppender(failures);
    nodes = SimulatedNode.start();
  }

  /** Runs one seed to its end. */
  Simulation.Outcome run(long seed, Mutation mutation) {
    return Simulation.run(seed, mutation, nodes);
  }

  @Override
  public void close() {
    nodes.forEach(SimulatedNode::terminate);
    campaign.detachAppender(failures);
    campaign.setAdditive(true);
    campaign.setLevel(null);
    everything.setLevel(levelBefore);
  }
}
