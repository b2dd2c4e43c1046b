package amanah.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What every node serves, whatever runs on it. */
final class NodeRoutes implements RouteTable {

  private final NodePages node;
  private final DocsPages docs;
  private final ObjectNode openApi;

  NodeRoutes(NodePages node, List<RouteTable> services) {
    this.node = node;
    this.openApi = OpenApi.part(NodeRoutes.class);
    this.docs =
        new DocsPages(
            OpenApi.bytes(
                OpenApi.together(openApi, services.stream().map(RouteTable::openApi).toList())));
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/v1/cluster", node::cluster),
        Route.get("/healthz", node::healthz),
        Route.get("/readyz", node::readyz),
        Route.get("/openapi.json", docs::openapi),
        Route.get("/docs", docs::page),
        Route.get("/docs/{file}", docs::file),
        Route.get("/favicon.ico", docs::icon),
        Route.get("/", docs::start));
  }

  /** What is answered too, and is no part of the contract: a page's address as some spell it. */
  List<Route> unpublished() {
    return List.of(Route.get("/docs/", docs::start));
  }

  @Override
  public ObjectNode openApi() {
    return openApi;
  }
}
