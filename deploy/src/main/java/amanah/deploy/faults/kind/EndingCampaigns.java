package amanah.deploy.faults.kind;

import amanah.deploy.faults.cluster.Pause;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Campaigns of a fault's own whose end is near, though not so near that it comes while the fault
 * lasts: a clock that is an hour ahead has seen it pass. None of them may be completed or refuse a
 * donation for that. They are tried with donations in another currency, whose refusal says that the
 * end was looked at before and had not come, and which leave nothing in the journal.
 */
final class EndingCampaigns implements AutoCloseable {

  /** Enough that some live on every node. */
  private static final int FIRST = 24;

  private static final Duration END_AFTER = Duration.ofMinutes(30);
  private static final Duration ANSWER_MAX = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int NOT_FOR_NOW = 429;
  private static final int SERVER = 500;
  private static final String CAMPAIGNS = "/v1/campaigns";
  private static final String FOREIGN =
      """
      {"donationId":"gift","amount":{"amount":"1.00","currency":"EUR"},\
      "payment":{"method":"captured","reference":"faults"}}""";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Site site;
  private final String name;
  private final Instant end;
  private final HttpClient http;
  private final List<String> campaigns = new ArrayList<>();
  private int next;

  private EndingCampaigns(Site site, String name, Instant end, HttpClient http) {
    this.site = site;
    this.name = name;
    this.end = end;
    this.http = http;
  }

  /**
   * Opens them.
   *
   * @param now the right time
   */
  static EndingCampaigns open(Site site, Blow blow, Instant now)
      throws IOException, InterruptedException {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER_MAX)
            .build();
    String name = "ending-" + Long.toHexString(blow.seed()) + "-" + now.toEpochMilli();
    EndingCampaigns ending = new EndingCampaigns(site, name, now.plus(END_AFTER), http);
    boolean opened = false;
    try {
      for (int campaign = 0; campaign < FIRST; campaign++) {
        ending.openOne();
      }
      opened = true;
      return ending;
    } finally {
      if (!opened) {
        ending.close();
      }
    }
  }

  /** Opens one more, offers a donation to each, and looks whether all are active. */
  void mustBeOpen(String occasion) throws IOException, InterruptedException {
    openOne();
    for (String campaign : campaigns) {
      must(occasion, campaign + "/donations", FOREIGN, "code", "currency_mismatch");
      must(occasion, campaign, "", "status", "active");
    }
  }

  private void openOne() throws IOException, InterruptedException {
    String campaign = name + "-" + campaigns.size();
    must(
        "it was opened",
        "",
        """
        {"campaignId":"%s","title":"Ends soon","goal":{"amount":"1000.00","currency":"USD"},\
        "endsAt":"%s"}"""
            .formatted(campaign, end),
        "status",
        "active");
    campaigns.add(campaign);
  }

  /** Who is away for the moment is asked again; any other answer than the expected one is wrong. */
  private void must(String occasion, String path, String body, String field, String expected)
      throws IOException, InterruptedException {
    String said = "nothing";
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      try {
        HttpResponse<String> answer = http.send(request(path, body), text());
        said = answer.statusCode() + " " + answer.body();
        boolean later = answer.statusCode() >= SERVER || answer.statusCode() == NOT_FOR_NOW;
        if (!later) {
          if (JSON.readTree(answer.body()).path(field).asText().equals(expected)) {
            return;
          }
          break;
        }
      } catch (IOException away) {
        said = String.valueOf(away.getMessage());
      }
      site.pause().await(Pause.LOOK);
    }
    throw new IOException(
        "%s/%s, which ends at %s, answered %s when %s, expected %s"
            .formatted(CAMPAIGNS, path, end, said, occasion, expected));
  }

  private static HttpResponse.BodyHandler<String> text() {
    return HttpResponse.BodyHandlers.ofString();
  }

  private HttpRequest request(String path, String body) {
    next = (next + 1) % site.nodes().count();
    URI node = site.nodes().all().get(next).place().uri();
    URI uri = node.resolve(path.isEmpty() ? CAMPAIGNS : CAMPAIGNS + "/" + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(ANSWER_MAX);
    return body.isEmpty()
        ? request.build()
        : request
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
  }

  @Override
  public void close() {
    http.close();
  }
}
