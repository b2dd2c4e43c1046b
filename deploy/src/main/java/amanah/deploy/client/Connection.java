package amanah.deploy.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Sends one request once and sorts what comes of it. */
final class Connection implements AutoCloseable {

  private static final Duration CONNECT_MAX = Duration.ofSeconds(3);
  private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
  private static final Duration LEAVE_ALONE_MAX = Duration.ofSeconds(30);
  private static final int DETAIL_MAX = 200;

  /** A bound of the campaign's own: no repeat gets past it. */
  private static final int FULL = 507;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What makes a request of a builder. */
  interface Method {
    HttpRequest.Builder apply(HttpRequest.Builder request);
  }

  private final URI base;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http;

  Connection(URI base) {
    this.base = base;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_MAX)
            .executor(threads)
            .build();
  }

  URI base() {
    return base;
  }

  Reply send(String path, Method method) throws InterruptedException {
    HttpRequest request =
        method.apply(HttpRequest.newBuilder(URI.create(base + path)).timeout(ANSWER_MAX)).build();
    try {
      return sorted(http.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (HttpTimeoutException slow) {
      return later("no answer from " + base + " in time");
    } catch (ConnectException refused) {
      return later("nothing answers at " + base);
    } catch (IOException broken) {
      return later("the connection to " + base + " broke: " + broken.getMessage());
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
    threads.shutdownNow();
  }

  private Reply sorted(HttpResponse<String> response) {
    int status = response.statusCode();
    if (status / 100 == 2) {
      return new Reply.Success(
          status, response.body(), response.headers().firstValue("ETag").orElse(""));
    }
    JsonNode problem = problem(response.body());
    String code = problem.path("code").asText("http_" + status);
    String detail =
        problem.path("detail").asText("this is not how an Amanah node answers, is the URL right?");
    if ((status / 100 == 5 && status != FULL) || status == 429) {
      String reason = base + " answers " + status + " " + code;
      return new Reply.Later(reason, true, leaveAlone(response));
    }
    return new Reply.Refused(status, code, shortened(detail));
  }

  private static Reply later(String reason) {
    return new Reply.Later(reason, false, Duration.ZERO);
  }

  private static JsonNode problem(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException notJson) {
      return JSON.missingNode();
    }
  }

  private static Duration leaveAlone(HttpResponse<String> response) {
    String seconds = response.headers().firstValue("Retry-After").orElse("");
    boolean counted = !seconds.isEmpty() && seconds.length() <= 4;
    if (!counted || !seconds.chars().allMatch(Character::isDigit)) {
      return Duration.ZERO;
    }
    Duration asked = Duration.ofSeconds(Integer.parseInt(seconds));
    return asked.compareTo(LEAVE_ALONE_MAX) < 0 ? asked : LEAVE_ALONE_MAX;
  }

  private static String shortened(String detail) {
    return detail.length() <= DETAIL_MAX ? detail : detail.substring(0, DETAIL_MAX) + "...";
  }
}
