package amanah.node;

import akka.cluster.sharding.typed.javadsl.EntityTypeKey;
import amanah.http.Readiness;
import amanah.http.Responses;
import amanah.http.Route;
import amanah.http.RouteTable;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.linecorp.armeria.common.HttpStatus;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A service that serves its name and notes when it is closed. */
final class MadeUpService implements RunningService {

  private final String name;
  private final List<String> closed;
  private volatile boolean ready = true;

  MadeUpService(String name, List<String> closed) {
    this.name = name;
    this.closed = closed;
  }

  void isReady(boolean now) {
    ready = now;
  }

  @Override
  public RouteTable routes() {
    return new RouteTable() {
      @Override
      public List<Route> routes() {
        return List.of(
            Route.get(
                "/v1/" + name,
                exchange ->
                    CompletableFuture.completedFuture(
                        Responses.json(HttpStatus.OK, exchange, json -> json.writeString(name)))));
      }

      @Override
      public ObjectNode openApi() {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        part.putObject("paths").putObject("/v1/" + name);
        return part;
      }
    };
  }

  @Override
  public List<Readiness> readiness() {
    return List.of(
        () ->
            CompletableFuture.completedFuture(
                new Readiness.State(ready, "the " + name + " have run dry")));
  }

  @Override
  public List<EntityTypeKey<?>> entityTypes() {
    return List.of();
  }

  @Override
  public void close() {
    closed.add(name);
  }
}
