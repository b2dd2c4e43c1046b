package amanah.campaign.ingress.grpc;

import amanah.campaign.ingress.http.CampaignRoutes;
import amanah.campaign.ingress.http.InMemoryCampaigns;
import amanah.campaign.ingress.http.ScriptedStreams;
import amanah.campaign.ingress.request.BatchRequestLimits;
import amanah.cluster.ClusterState;
import amanah.grpc.GrpcDoor;
import amanah.http.HttpDoor;
import amanah.http.HttpSettings;
import amanah.http.Naming;
import amanah.http.Places;
import amanah.http.Readiness;
import amanah.testing.AnswerContract;
import amanah.testing.DoorSettings;
import amanah.testing.parity.BothDoors;
import amanah.testing.parity.Twin;
import amanah.v1.BatcherServiceGrpc;
import amanah.v1.CampaignServiceGrpc;
import amanah.v1.ClusterServiceGrpc;
import amanah.v1.DonationServiceGrpc;
import amanah.v1.IntakeServiceGrpc;
import amanah.v1.ReminderServiceGrpc;
import com.linecorp.armeria.client.ClientFactory;
import com.linecorp.armeria.client.WebClient;
import com.linecorp.armeria.client.grpc.GrpcClients;
import io.grpc.Channel;
import io.grpc.stub.AbstractStub;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Both doors at one free port, with campaigns in memory behind them and clients before them. */
final class TwoDoors implements BothDoors, AutoCloseable {

  /** Small, so that a caller who does not read is noticed soon. */
  private static final int WINDOW_BYTES = 65_535;

  private static final String NODE = "akka://amanah@10.0.0.1:25520";
  private static final ClusterState CLUSTER =
      new ClusterState(
          NODE,
          Optional.of(NODE),
          List.of(
              new ClusterState.Member(NODE, "up", Set.of("campaign"), true, Set.of("campaign")),
              new ClusterState.Member(
                  "akka://amanah@10.0.0.2:25520", "up", Set.of("zakat"), false, Set.of())),
          128,
          new TreeMap<>(
              Map.of("campaign", new TreeMap<>(Map.of(NODE, new TreeSet<>(List.of(7, 101)))))));

  final InMemoryCampaigns campaigns = new InMemoryCampaigns();
  final ScriptedStreams streams = new ScriptedStreams();
  private final AtomicLong names = new AtomicLong();
  private final ClientFactory clients =
      ClientFactory.builder().http2InitialStreamWindowSize(WINDOW_BYTES).build();
  private final HttpDoor door;
  private final URI uri;
  private final AnswerContract contract;
  private volatile boolean ready = true;

  TwoDoors() {
    this(IntakeLimits.USUAL);
  }

  TwoDoors(IntakeLimits intake) {
    this(intake, Duration.ofSeconds(60));
  }

  TwoDoors(IntakeLimits intake, Duration requestTimeout) {
    this(intake, requestTimeout, new Places(10));
  }

  /** Doors at which there are those places for listeners. */
  TwoDoors(Places listeners) {
    this(IntakeLimits.USUAL, Duration.ofSeconds(60), listeners);
  }

  private TwoDoors(IntakeLimits intake, Duration requestTimeout, Places listeners) {
    BatchRequestLimits batches = BatchRequestLimits.USUAL;
    HttpSettings settings = DoorSettings.with(Map.of("request-timeout", requestTimeout));
    Readiness readiness =
        () -> CompletableFuture.completedFuture(new Readiness.State(ready, "as the test says"));
    this.door =
        new HttpDoor(
            settings,
            List.of(
                new CampaignRoutes(
                    batches, campaigns, streams, listeners, this::name, new Naming.ByCaller())),
            readiness,
            () -> CompletableFuture.completedFuture(CLUSTER),
            () -> "request",
            new GrpcDoor(
                Stream.concat(
                        CampaignRpcs.of(
                            campaigns, batches, intake, this::name, new Naming.ByCaller())
                            .stream(),
                        Stream.of(CampaignRpcs.events(streams, listeners, InstantSource.system())))
                    .toList(),
                readiness,
                () -> CompletableFuture.completedFuture(CLUSTER)));
    this.uri = URI.create("http://127.0.0.1:" + door.start());
    this.contract = new AnswerContract(tree(http().get("/openapi.json").aggregate().join()));
  }

  /** Doors to campaigns that are open. */
  static TwoDoors with(IntakeLimits limits, String... campaigns) {
    TwoDoors doors = new TwoDoors(limits);
    for (String campaign : campaigns) {
      var unused =
          doors
              .client(CampaignServiceGrpc.CampaignServiceBlockingStub.class)
              .openCampaign(Samples.well(campaign).build());
    }
    return doors;
  }

  private String name() {
    return "made-" + names.incrementAndGet();
  }

  void setReady(boolean isReady) {
    ready = isReady;
  }

  URI uri() {
    return uri;
  }

  /** A client of gRPC, such as {@code DonationServiceGrpc.DonationServiceBlockingStub.class}. */
  <S extends AbstractStub<S>> S client(Class<S> stub) {
    return GrpcClients.builder("gproto+" + uri)
        .factory(clients)
        .responseTimeout(Duration.ZERO)
        .maxResponseLength(0)
        .build(stub);
  }

  @Override
  public List<Twin> twins() {
    return Twins.ALL;
  }

  @Override
  public Channel channel(String service) {
    return switch (service) {
      case CampaignServiceGrpc.SERVICE_NAME ->
          client(CampaignServiceGrpc.CampaignServiceBlockingStub.class).getChannel();
      case DonationServiceGrpc.SERVICE_NAME ->
          client(DonationServiceGrpc.DonationServiceBlockingStub.class).getChannel();
      case ReminderServiceGrpc.SERVICE_NAME ->
          client(ReminderServiceGrpc.ReminderServiceBlockingStub.class).getChannel();
      case BatcherServiceGrpc.SERVICE_NAME ->
          client(BatcherServiceGrpc.BatcherServiceBlockingStub.class).getChannel();
      case ClusterServiceGrpc.SERVICE_NAME ->
          client(ClusterServiceGrpc.ClusterServiceBlockingStub.class).getChannel();
      default -> throw new IllegalArgumentException(service);
    };
  }

  IntakeServiceGrpc.IntakeServiceStub intake() {
    return client(IntakeServiceGrpc.IntakeServiceStub.class);
  }

  @Override
  public AnswerContract contract() {
    return contract;
  }

  @Override
  public WebClient http() {
    return WebClient.builder(uri).factory(clients).build();
  }

  CompletionStage<Void> stop() {
    return door.stop();
  }

  /** Does not wait for the door: Netty takes two seconds to be sure that it is quiet. */
  @Override
  public void close() {
    var unused = door.stop();
    var unusedToo = clients.closeAsync();
  }
}
