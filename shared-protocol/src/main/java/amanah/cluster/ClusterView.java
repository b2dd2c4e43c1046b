package amanah.cluster;

import java.util.concurrent.CompletionStage;

/** Shows the cluster. */
@FunctionalInterface
public interface ClusterView {

  /** The cluster now; answers soon, with what is known, and never by blocking the caller. */
  CompletionStage<ClusterState> state();
}
