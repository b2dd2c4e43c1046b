package amanah.campaign.simulation;

import akka.dispatch.DispatcherPrerequisites;
import akka.dispatch.ExecutorServiceConfigurator;
import akka.dispatch.ExecutorServiceFactory;
import com.typesafe.config.Config;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Threads of a node's dispatcher, none: what it is given to run becomes ready in the loop, unless
 * the node stands still.
 */
final class LoopExecutor extends AbstractExecutorService {

  private final int node;
  private boolean shutdown;

  private LoopExecutor(int node) {
    this.node = node;
  }

  /** Named in the settings of a node's dispatchers; Akka makes it. */
  static final class Configurator extends ExecutorServiceConfigurator {

    private final int node;

    Configurator(Config config, DispatcherPrerequisites prerequisites) {
      super(config, prerequisites);
      node = config.getInt("simulated-node");
    }

    @Override
    public ExecutorServiceFactory createExecutorServiceFactory(String id, ThreadFactory threads) {
      return () -> new LoopExecutor(node);
    }
  }

  @Override
  public void execute(Runnable command) {
    EventLoop.SHARED.pauses().execute(node, command);
  }

  @Override
  public void shutdown() {
    shutdown = true;
  }

  @Override
  public List<Runnable> shutdownNow() {
    shutdown = true;
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return shutdown;
  }

  @Override
  public boolean isTerminated() {
    return shutdown;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return shutdown;
  }
}
