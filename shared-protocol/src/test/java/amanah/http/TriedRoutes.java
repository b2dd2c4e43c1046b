package amanah.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpResponseWriter;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;

/** A service with a call of each sort, whose answers come when a test says so. */
final class TriedRoutes implements RouteTable {

  static final int PLACES = 1;

  private final Semaphore asked = new Semaphore(0);
  private volatile CompletionStage<?> before = CompletableFuture.completedFuture(null);

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post("/v1/things", this::thing).withQuery("mood", "good").withQuery("after"),
        Route.post("/v1/few-things", this::thing).withPlaces(PLACES).withBytesMax(1_000_000),
        Route.post("/v1/things/{thingId}/parts", this::thing).withPlaces(PLACES),
        Route.get("/v1/things/new/parts", this::thing),
        Route.get("/v1/stream", TriedRoutes::stream).streaming(new Places(PLACES)));
  }

  @Override
  public ObjectNode openApi() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** From now on answers wait for this. */
  void answerAfter(CompletionStage<?> before) {
    this.before = before;
  }

  /** Waits until so many have asked. */
  void awaitAsked(int count) {
    asked.acquireUninterruptibly(count);
  }

  private CompletionStage<HttpResponse> thing(Exchange exchange) {
    new UsedName("thingId", "made").keepIn(exchange.context());
    String after = exchange.query().text("after", TextLimit.NAME);
    asked.release();
    return before.thenApply(
        done ->
            Responses.json(
                HttpStatus.CREATED, exchange, json -> json.writeString("after " + after)));
  }

  /** One line at once, and one at the end, which comes when the door closes. */
  private static CompletionStage<HttpResponse> stream(Exchange exchange) {
    HttpResponseWriter stream = HttpResponse.streaming();
    stream.write(
        Responses.headers(HttpStatus.OK, exchange.identity())
            .contentType(MediaType.EVENT_STREAM)
            .build());
    stream.write(HttpData.ofUtf8("data: first\n\n"));
    exchange.whenClosing(
        () -> {
          stream.write(HttpData.ofUtf8("data: last\n\n"));
          stream.close();
        });
    return CompletableFuture.completedFuture(stream);
  }
}
