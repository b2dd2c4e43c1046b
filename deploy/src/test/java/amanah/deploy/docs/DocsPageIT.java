package amanah.deploy.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import amanah.deploy.docs.DocumentedCall.Parameter;
import amanah.deploy.node.AmanahServices;
import amanah.deploy.node.NodeConfig;
import amanah.node.Node;
import amanah.testing.PostgresExtension;
import amanah.testing.Waiting;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The page of the documentation in a real browser, wherever one is installed. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class DocsPageIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir static Path profile;

  private static Node<AmanahServices> node;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    Optional<Path> program = Browser.installed();
    assumeTrue(
        program.isPresent(),
        "skipped: no Chromium is on PATH, so nothing on /docs is clicked; install one to check it");
    node =
        Node.start(
                ConfigFactory.parseMap(Map.of())
                    .withFallback(NodeConfig.alone(0, Map.of("url", POSTGRES.urlWithUser()))),
                InstantSource.system(),
                AmanahServices.PLAN)
            .toCompletableFuture()
            .join();
    browser = Browser.start(program.get(), profile);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    if (node != null) {
      node.stop().toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
    }
  }

  /**
   * Some seconds for each; each as the first that is opened: what one call has loaded must not help
   * the next.
   */
  @Test
  void each_call_can_be_tried_out_with_what_was_typed() throws Exception {
    List<DocumentedCall> documented = DocumentedCall.all(document());
    List<String> wrong = new ArrayList<>();

    for (DocumentedCall call : documented) {
      Tried tried = tryOut(call);
      boolean sentAsTyped =
          tried.method().equals(call.method()) && tried.path().equals(call.typedPath());
      if (!sentAsTyped || !call.statuses().contains(tried.status())) {
        wrong.add(call.operationId() + ": " + tried);
      }
    }

    assertThat(documented).hasSizeGreaterThan(30);
    assertThat(wrong).isEmpty();
  }

  /** What the page sent, and how it was answered. */
  private record Tried(String method, String path, String status) {}

  private static Tried tryOut(DocumentedCall call) {
    browser.open(URI.create("about:blank"));
    browser.open(node.uri().resolve("/docs"));
    String block = "#" + call.elementId();
    click(block + " .opblock-summary-control");
    click(block + " .try-out__btn");
    for (Parameter parameter : call.pathParameters()) {
      String field =
          block + " tr[data-param-in=path][data-param-name=" + parameter.name() + "] input";
      await(field);
      browser.evaluate(element(field) + ".select()");
      browser.evaluate(element(field) + ".focus()");
      browser.type(parameter.typed());
      browser.evaluate(element(field) + ".blur()");
    }
    List<JsonNode> unused = browser.heard();
    click(block + " .execute");
    return answered();
  }

  private static void click(String selector) {
    await(selector);
    browser.evaluate(element(selector) + ".click()");
  }

  /** Looked for in the page itself, which has little time to spare for questions from outside. */
  private static void await(String selector) {
    browser.evaluate(
        "new Promise(found => { const look = () => "
            + element(selector)
            + " ? found(true) : setTimeout(look, 20); look(); })");
  }

  private static String element(String selector) {
    return "document.querySelector(" + JSON.valueToTree(selector) + ")";
  }

  private static Tried answered() {
    List<JsonNode> heard = new ArrayList<>();
    Waiting.until(
        PATIENCE,
        () -> {
          browser.heard().stream().filter(DocsPageIT::isOfScript).forEach(heard::add);
          return !of(heard, "Network.responseReceived").isEmpty();
        });
    List<JsonNode> requests = of(heard, "Network.requestWillBeSent");
    JsonNode request = requests.getFirst().at("/params/request");
    JsonNode redirect = requests.getLast().at("/params/redirectResponse");
    JsonNode response = of(heard, "Network.responseReceived").getFirst().at("/params/response");
    return new Tried(
        request.path("method").asText(),
        URI.create(request.path("url").asText()).getRawPath(),
        (redirect.isMissingNode() ? response : redirect).path("status").asText());
  }

  /** Not of the page's own pictures, styles and scripts. */
  private static boolean isOfScript(JsonNode event) {
    String type = event.at("/params/type").asText();
    return type.equals("Fetch") || type.equals("XHR");
  }

  private static List<JsonNode> of(List<JsonNode> heard, String method) {
    return heard.stream().filter(event -> event.path("method").asText().equals(method)).toList();
  }

  private static JsonNode document() throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(node.uri().resolve("/openapi.json")).build();
      return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
  }
}
