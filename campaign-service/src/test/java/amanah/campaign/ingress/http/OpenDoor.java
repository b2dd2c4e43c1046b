package amanah.campaign.ingress.http;

import amanah.campaign.ingress.request.BatchRequestLimits;
import amanah.cluster.ClusterState;
import amanah.http.HttpDoor;
import amanah.http.Naming;
import amanah.http.Places;
import amanah.http.Readiness;
import amanah.testing.DoorClient;
import amanah.testing.DoorSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/** A door at a free port, with campaigns in memory behind it. */
final class OpenDoor extends DoorClient {

  static final Map<String, String> NDJSON = Map.of("Content-Type", "application/x-ndjson");

  private static final ClusterState ALONE =
      new ClusterState("akka://amanah", Optional.empty(), List.of(), 128, new TreeMap<>());

  final InMemoryCampaigns campaigns = new InMemoryCampaigns();
  final ScriptedStreams streams = new ScriptedStreams();
  final CampaignRoutes routes;
  private final AtomicLong names = new AtomicLong();
  private final HttpDoor door;
  private final int port;

  OpenDoor() {
    this(ids -> new Naming.ByCaller());
  }

  /** A door where what nobody names is named by that, which may use the door's names. */
  OpenDoor(Function<Supplier<String>, Naming> naming) {
    Supplier<String> ids = () -> "made-" + names.incrementAndGet();
    this.routes =
        new CampaignRoutes(
            BatchRequestLimits.USUAL, campaigns, streams, new Places(10), ids, naming.apply(ids));
    this.door =
        new HttpDoor(
            DoorSettings.usual(),
            List.of(routes),
            () -> CompletableFuture.completedFuture(new Readiness.State(true, "all is well")),
            () -> CompletableFuture.completedFuture(ALONE),
            () -> "request-" + names.incrementAndGet());
    this.port = door.start();
  }

  /** Opens the campaign to which most tests give. */
  void openWell() {
    post(
        "/v1/campaigns",
        """
        {"campaignId": "well", "title": "A well", "goal": {"amount": "1000", "currency": "IDR"}}
        """);
  }

  @Override
  public int port() {
    return port;
  }

  /** Does not wait for the door: Netty takes two seconds to be sure that it is quiet. */
  @Override
  public void close() {
    var unused = door.stop();
    super.close();
  }
}
