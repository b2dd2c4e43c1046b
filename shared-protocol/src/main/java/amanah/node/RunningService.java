package amanah.node;

import akka.cluster.sharding.typed.javadsl.EntityTypeKey;
import amanah.grpc.Rpcs;
import amanah.http.Readiness;
import amanah.http.RouteTable;
import java.util.List;

/** One service as its node sees it while it runs. */
public interface RunningService extends NodeServices, AutoCloseable {

  /** What it serves at the node's door. */
  RouteTable routes();

  /** What it serves there over gRPC; nothing unless it says so. */
  default List<Rpcs> rpcs() {
    return List.of();
  }

  /** What has to hold beside the node's own state for it to take requests. */
  List<Readiness> readiness();

  /** Its kinds of entities, whose shards the cluster's window shows. */
  List<EntityTypeKey<?>> entityTypes();

  /** Gives back what its actors used; they have stopped. May block. */
  @Override
  void close();

  @Override
  default List<RunningService> running() {
    return List.of(this);
  }
}
