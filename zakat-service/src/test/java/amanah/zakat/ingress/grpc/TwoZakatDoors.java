package amanah.zakat.ingress.grpc;

import amanah.cluster.ClusterState;
import amanah.grpc.GrpcDoor;
import amanah.http.HttpDoor;
import amanah.http.Readiness;
import amanah.testing.AnswerContract;
import amanah.testing.DoorSettings;
import amanah.testing.parity.BothDoors;
import amanah.testing.parity.Twin;
import amanah.v1.GetAssessmentReceiptResponse;
import amanah.v1.PublishZakatPricesResponse;
import amanah.v1.WithdrawZakatPricesResponse;
import amanah.v1.ZakatServiceGrpc.ZakatServiceBlockingStub;
import amanah.zakat.ingress.http.InMemoryZakat;
import amanah.zakat.ingress.http.ZakatRoutes;
import amanah.zakat.rules.Profiles;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Message;
import com.linecorp.armeria.client.ClientFactory;
import com.linecorp.armeria.client.WebClient;
import com.linecorp.armeria.client.grpc.GrpcClients;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.MediaType;
import io.grpc.Channel;
import io.grpc.stub.AbstractStub;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** Both doors at one free port, with zakat in memory behind them and clients before them. */
final class TwoZakatDoors implements BothDoors, AutoCloseable {

  private static final ClusterState ALONE =
      new ClusterState("akka://amanah", Optional.empty(), List.of(), 128, new TreeMap<>());
  private static final Readiness READY =
      () -> CompletableFuture.completedFuture(new Readiness.State(true, "all is well"));

  final InMemoryZakat zakat = new InMemoryZakat();
  private final AtomicLong names = new AtomicLong();
  private final ClientFactory clients = ClientFactory.builder().build();
  private final HttpDoor door;
  private final URI uri;
  private final AnswerContract contract;

  TwoZakatDoors() {
    Profiles profiles = Profiles.bundled();
    this.door =
        new HttpDoor(
            DoorSettings.usual(),
            List.of(new ZakatRoutes(zakat, profiles, this::name)),
            READY,
            () -> CompletableFuture.completedFuture(ALONE),
            () -> "request",
            new GrpcDoor(
                List.of(ZakatRpcs.of(zakat, profiles, this::name)),
                READY,
                () -> CompletableFuture.completedFuture(ALONE)));
    this.uri = URI.create("http://127.0.0.1:" + door.start());
    this.contract = new AnswerContract(tree(http().get("/openapi.json").aggregate().join()));
  }

  private String name() {
    return "made-" + names.incrementAndGet();
  }

  /** A client of gRPC that knows no end but its deadline. */
  <S extends AbstractStub<S>> S client(Class<S> stub) {
    return GrpcClients.builder("gproto+" + uri)
        .factory(clients)
        .responseTimeout(Duration.ZERO)
        .build(stub);
  }

  ZakatServiceBlockingStub calls() {
    return client(ZakatServiceBlockingStub.class);
  }

  @Override
  public List<Twin> twins() {
    return Twins.ALL;
  }

  @Override
  public AnswerContract contract() {
    return contract;
  }

  @Override
  public WebClient http() {
    return WebClient.builder(uri).factory(clients).build();
  }

  @Override
  public Channel channel(String service) {
    return calls().getChannel();
  }

  @Override
  public JsonNode tree(AggregatedHttpResponse answer) {
    MediaType type = answer.contentType();
    return type != null && type.is(MediaType.parse("text/html"))
        ? page(type.toString(), answer.contentUtf8())
        : BothDoors.super.tree(answer);
  }

  @Override
  public JsonNode tree(Message answer) {
    return switch (answer) {
      case GetAssessmentReceiptResponse receipt ->
          page(receipt.getContentType(), receipt.getContent().toStringUtf8());
      case PublishZakatPricesResponse published ->
          Folding.opened((ObjectNode) BothDoors.super.tree(published), "prices");
      case WithdrawZakatPricesResponse withdrawn ->
          Folding.opened((ObjectNode) BothDoors.super.tree(withdrawn), "prices");
      default -> Folding.folded(BothDoors.super.tree(answer));
    };
  }

  private static JsonNode page(String type, String content) {
    return JsonNodeFactory.instance.objectNode().put("contentType", type).put("content", content);
  }

  /** Does not wait for the door: Netty takes two seconds to be sure that it is quiet. */
  @Override
  public void close() {
    var unused = door.stop();
    var unusedToo = clients.closeAsync();
  }
}
