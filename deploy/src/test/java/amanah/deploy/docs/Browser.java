package amanah.deploy.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Chromium without a window, and one page in it, driven by the DevTools protocol. */
final class Browser implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");
  private static final long PATIENCE_SECONDS = 30;

  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<Integer, CompletableFuture<JsonNode>> calls = new ConcurrentHashMap<>();
  private final Queue<JsonNode> events = new ConcurrentLinkedQueue<>();
  private final AtomicInteger callsMade = new AtomicInteger();
  private final WebSocket socket;
  private Optional<String> session = Optional.empty();

  private Browser(Process process, URI devTools) {
    this.process = process;
    this.socket =
        http.newWebSocketBuilder()
            .buildAsync(devTools, new Hearing())
            .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .join();
  }

  /** Where the machine has one. */
  static Optional<Path> installed() {
    List<String> folders =
        List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
    return NAMES.stream()
        .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Started with an empty profile in that folder, and one page opened. */
  static Browser start(Path program, Path profile) throws IOException {
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .start();
    boolean started = false;
    try {
      BufferedReader said = process.inputReader();
      URI devTools =
          CompletableFuture.supplyAsync(() -> devTools(said), Thread::startVirtualThread)
              .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
              .join();
      Browser browser = new Browser(process, devTools);
      Thread.ofVirtual().start(() -> said.lines().forEach(line -> {}));
      browser.openPage();
      started = true;
      return browser;
    } finally {
      if (!started) {
        end(process);
      }
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  private static URI devTools(BufferedReader said) {
    StringBuilder all = new StringBuilder();
    try {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        Matcher listening = LISTENING.matcher(line);
        if (listening.find()) {
          return URI.create(listening.group(1));
        }
        all.append(line).append('\n');
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    throw new IllegalStateException("the browser ended before it could be driven: " + all);
  }

  private void openPage() {
    String page =
        call("Target.createTarget", Map.of("url", "about:blank")).path("targetId").asText();
    session =
        Optional.of(
            call("Target.attachToTarget", Map.of("targetId", page, "flatten", true))
                .path("sessionId")
                .asText());
    call("Page.enable", Map.of());
    call("Network.enable", Map.of());
  }

  /** What the page has asked of servers, and been answered, since this was last called. */
  List<JsonNode> heard() {
    return Stream.generate(events::poll).takeWhile(event -> event != null).toList();
  }

  /** Opens this address as nobody who was here before: nothing of an earlier page is left. */
  void open(URI address) {
    call("Page.navigate", Map.of("url", address.toString()));
  }

  /** Types into whatever has the focus, as a keyboard would. */
  void type(String text) {
    call("Input.insertText", Map.of("text", text));
  }

  /** The value of this expression in the page; if it is a promise, once that is kept. */
  JsonNode evaluate(String expression) {
    JsonNode told =
        call(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (told.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + told.path("exceptionDetails"));
    }
    return told.at("/result/value");
  }

  private JsonNode call(String method, Map<String, Object> parameters) {
    int id = callsMade.incrementAndGet();
    ObjectNode call = JSON.createObjectNode().put("id", id).put("method", method);
    call.set("params", JSON.valueToTree(parameters));
    session.ifPresent(name -> call.put("sessionId", name));
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    calls.put(id, answer);
    JsonNode told =
        socket
            .sendText(call.toString(), true)
            .thenCompose(sent -> answer)
            .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .join();
    if (told.has("error")) {
      throw new AssertionError(method + ": " + told.path("error"));
    }
    return told.path("result");
  }

  @Override
  public void close() {
    socket.abort();
    http.shutdownNow();
    end(process);
  }

  /** Answers go to who has called, and the rest is kept. */
  private final class Hearing implements WebSocket.Listener {

    private final StringBuilder parts = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      parts.append(part);
      if (last) {
        hear(parts.toString());
        parts.setLength(0);
      }
      return WebSocket.Listener.super.onText(from, part, last);
    }

    private void hear(String message) {
      try {
        JsonNode told = JSON.readTree(message);
        CompletableFuture<JsonNode> asked = calls.remove(told.path("id").asInt());
        if (asked != null) {
          asked.complete(told);
        } else if (told.path("method").asText().startsWith("Network.")) {
          events.add(told);
        }
      } catch (JsonProcessingException broken) {
        throw new IllegalStateException(message, broken);
      }
    }
  }
}
