package amanah.http;

import amanah.cluster.ClusterState;
import amanah.testing.DoorClient;
import amanah.testing.DoorSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A door at a free port with {@link TriedRoutes} behind it. */
final class TriedDoor extends DoorClient {

  static final Readiness READY =
      () -> CompletableFuture.completedFuture(new Readiness.State(true, "all is well"));

  private static final String NODE = "akka://amanah@10.0.0.1:25520";
  private static final ClusterState CLUSTER =
      new ClusterState(
          NODE,
          Optional.of(NODE),
          List.of(
              new ClusterState.Member(NODE, "up", Set.of("campaign"), true, Set.of("campaign")),
              new ClusterState.Member(
                  "akka://amanah@10.0.0.2:25520", "up", Set.of("campaign"), false, Set.of())),
          128,
          new TreeMap<>(
              Map.of("campaign", new TreeMap<>(Map.of(NODE, new TreeSet<>(List.of(7, 101)))))));

  final TriedRoutes routes = new TriedRoutes();
  private final HttpDoor door;
  private final int port;

  TriedDoor() {
    this(READY, DoorSettings.usual());
  }

  TriedDoor(Readiness readiness, HttpSettings settings) {
    this.door =
        new HttpDoor(
            settings,
            List.of(routes),
            readiness,
            () -> CompletableFuture.completedFuture(CLUSTER),
            () -> "made",
            new MoreProtocol());
    this.port = door.start();
  }

  @Override
  public int port() {
    return port;
  }

  CompletionStage<Void> stop() {
    return door.stop();
  }

  /** Does not wait for the door: Netty takes two seconds to be sure that it is quiet. */
  @Override
  public void close() {
    var unused = door.stop();
    super.close();
  }
}
