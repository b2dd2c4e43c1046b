package amanah.http;

import amanah.cluster.ClusterView;
import com.fasterxml.jackson.core.JsonGenerator;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Whether this node lives, whether it wants requests, and who else there is. */
final class NodePages {

  private final Readiness readiness;
  private final ClusterView cluster;
  private final Closing closing;

  NodePages(Readiness readiness, ClusterView cluster, Closing closing) {
    this.readiness = readiness;
    this.cluster = cluster;
    this.closing = closing;
  }

  /** Alive as long as it can answer; asks nobody. */
  CompletionStage<HttpResponse> healthz(Exchange exchange) {
    return CompletableFuture.completedFuture(
        Responses.json(HttpStatus.OK, exchange, json -> status(json, "alive", "")));
  }

  CompletionStage<HttpResponse> readyz(Exchange exchange) {
    if (closing.begun()) {
      return CompletableFuture.completedFuture(
          answer(exchange, new Readiness.State(false, "this node is stopping")));
    }
    return readiness
        .state()
        .exceptionally(
            failure -> new Readiness.State(false, "whether this node is ready is unknown"))
        .thenApply(state -> answer(exchange, state));
  }

  CompletionStage<HttpResponse> cluster(Exchange exchange) {
    return cluster
        .state()
        .thenApply(
            state ->
                Responses.json(HttpStatus.OK, exchange, json -> ClusterJson.write(json, state)));
  }

  private static HttpResponse answer(Exchange exchange, Readiness.State state) {
    return state.ready()
        ? Responses.json(HttpStatus.OK, exchange, json -> status(json, "ready", state.detail()))
        : Problem.of(ProblemCode.UNAVAILABLE, state.detail())
            .response(exchange.identity())
            .toHttpResponse();
  }

  private static void status(JsonGenerator json, String status, String detail) throws IOException {
    json.writeStartObject();
    json.writeStringField("status", status);
    if (!detail.isEmpty()) {
      json.writeStringField("detail", detail);
    }
    json.writeEndObject();
  }
}
