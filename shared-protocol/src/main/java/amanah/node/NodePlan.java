package amanah.node;

import com.typesafe.config.Config;
import java.util.List;
import java.util.function.Function;

/**
 * Which services a node runs, and how they are put together: here one service is given what it
 * needs of another.
 *
 * @param parts the services
 * @param reading reads and checks the settings of all of them before anything is started; what it
 *     throws ends the start
 * @param <S> the services once they run
 */
public record NodePlan<S extends NodeServices>(
    List<NodePart> parts, Function<Config, Start<S>> reading) {

  /** The services, once. */
  public NodePlan {
    parts = List.copyOf(parts);
  }

  /** Starts the services, with their settings, on a node that is a member of its cluster. */
  @FunctionalInterface
  public interface Start<S> {

    /** They run when this returns. */
    S on(NodeContext node);
  }
}
