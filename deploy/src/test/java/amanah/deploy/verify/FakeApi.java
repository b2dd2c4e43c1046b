package amanah.deploy.verify;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Answers what it is told to, on a real socket; a page's entity tag is its sequence number. */
final class FakeApi implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Supplier<ObjectNode>> pages = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private volatile boolean ready = true;
  private volatile Optional<String> etag = Optional.empty();

  FakeApi() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException unbound) {
      throw new UncheckedIOException(unbound);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What stands at a path beneath {@code /v1/campaigns/}. */
  void page(String path, Supplier<ObjectNode> page) {
    pages.put("/v1/campaigns/" + path, page);
  }

  /** What stands at a path beneath {@code /v1/zakat/}. */
  void zakat(String path, Supplier<ObjectNode> page) {
    pages.put("/v1/zakat/" + path, page);
  }

  void forgetsZakat(String path) {
    pages.remove("/v1/zakat/" + path);
  }

  void forgets(String path) {
    pages.remove("/v1/campaigns/" + path);
  }

  void etag(String always) {
    etag = Optional.of(always);
  }

  /** Every page is 503 from now on. */
  void goesAway(boolean readyStill) {
    ready = readyStill;
    pages.replaceAll(
        (path, page) ->
            () -> {
              throw new IllegalStateException("away");
            });
  }

  static ObjectNode money(ObjectNode page, String field, String amount) {
    page.putObject(field).put("amount", amount).put("currency", "USD");
    return page;
  }

  static ObjectNode page() {
    return JSON.createObjectNode();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/readyz")) {
      send(exchange, ready ? 200 : 503, "{}");
      return;
    }
    Supplier<ObjectNode> page = pages.get(path);
    if (page == null) {
      String code = path.contains("/donations/") ? "donation_not_found" : "campaign_not_found";
      send(exchange, 404, page().put("code", code).toString());
      return;
    }
    try {
      ObjectNode body = page.get();
      String tag = etag.orElse("\"" + body.path("sequence").asText() + "\"");
      exchange.getResponseHeaders().add("ETag", tag);
      send(exchange, 200, body.toString());
    } catch (IllegalStateException away) {
      send(exchange, 503, page().put("code", "unavailable").toString());
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
