package amanah.node;

import java.util.List;

/** The services that run on a node. */
@FunctionalInterface
public interface NodeServices {

  /** All of them, in the order of their start; they are closed in the reverse order. */
  List<RunningService> running();
}
