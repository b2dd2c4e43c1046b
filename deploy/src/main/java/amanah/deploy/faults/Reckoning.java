package amanah.deploy.faults;

import amanah.deploy.client.AmanahClient;
import amanah.deploy.client.Patience;
import amanah.deploy.client.Time;
import amanah.deploy.faults.books.BookCheck;
import amanah.deploy.faults.books.Finding;
import amanah.deploy.faults.books.JournalRows;
import amanah.deploy.faults.books.JournalTotals;
import amanah.deploy.faults.books.SecondBook;
import amanah.deploy.faults.cluster.NodeProcess;
import amanah.deploy.faults.kind.Site;
import amanah.deploy.terminal.Progress;
import amanah.deploy.verify.ApiSettings;
import amanah.deploy.verify.Verification;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;

/**
 * Holds, when all is at rest, the second book against the journal and the journal against the API.
 */
final class Reckoning {

  private static final Duration ANSWER_MAX = Duration.ofSeconds(20);
  private static final int SAMPLE_PER_CAMPAIGN = 5;
  private static final int CENT_DIGITS = 2;
  private static final int OK = 200;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Site site;
  private final SecondBook book;
  private final HttpClient http;
  private final List<Finding> findings = new ArrayList<>();

  Reckoning(Site site, SecondBook book, HttpClient http) {
    this.site = site;
    this.book = book;
    this.http = http;
  }

  /** All that is wrong. */
  List<Finding> findings(long seed) throws IOException, InterruptedException, SQLException {
    BookCheck check = new BookCheck(book);
    try (Connection connection = site.database().connect()) {
      JournalRows.read(connection, check::accept);
    }
    findings.addAll(check.findings());
    totals(check.totals());
    replays(new SplittableRandom(seed));
    audit(seed);
    return findings;
  }

  /** What {@code amanah verify} would say. */
  private void audit(long seed) throws InterruptedException, SQLException {
    Time time = Time.until(new CountDownLatch(1));
    URI node = site.nodes().all().getFirst().place().uri();
    try (Connection connection = site.database().connect();
        AmanahClient client = new AmanahClient(node, time)) {
      ApiSettings settings = new ApiSettings(SAMPLE_PER_CAMPAIGN, seed, Patience.of(ANSWER_MAX));
      for (var finding :
          new Verification(connection, time, new Silence())
              .journalAndApi(client, settings)
              .findings()
              .kept()) {
        findings.add(new Finding(Finding.Kind.AUDIT, -1, finding.toString()));
      }
    }
  }

  /** Each campaign through each node. */
  private void totals(Map<String, JournalTotals> journal) throws IOException, InterruptedException {
    for (NodeProcess node : site.nodes().all()) {
      for (String campaign : site.campaigns()) {
        URI uri = node.place().uri().resolve("/v1/campaigns/" + campaign);
        JsonNode json = json(HttpRequest.newBuilder(uri));
        JournalTotals expected = journal.get(campaign);
        long donations = json.path("donationCount").asLong();
        long raised = minor(json.path("raised"));
        if (expected == null
            || donations != expected.donations()
            || raised != expected.raisedMinor()) {
          findings.add(
              new Finding(
                  Finding.Kind.TOTALS,
                  -1,
                  "campaign %s has %d donations and %d cents through node %d, in the journal %s"
                      .formatted(campaign, donations, raised, node.place().number(), expected)));
        }
      }
    }
  }

  /** Some acknowledged donations, read again. */
  private void replays(SplittableRandom chance) throws IOException, InterruptedException {
    for (int campaign = 0; campaign < site.campaigns().size(); campaign++) {
      int count = book.count(campaign);
      for (int sample = 0; sample < Math.min(SAMPLE_PER_CAMPAIGN, count); sample++) {
        var told = book.get(campaign, chance.nextInt(count));
        String id = book.planned().donationId(told.number());
        NodeProcess node = site.nodes().all().get(chance.nextInt(site.nodes().count()));
        URI uri =
            node.place()
                .uri()
                .resolve("/v1/campaigns/" + site.campaigns().get(campaign) + "/donations/" + id);
        JsonNode json = json(HttpRequest.newBuilder(uri));
        long recorded = json.path("history").path(0).path("sequence").asLong();
        if (minor(json.path("amount")) != told.amountMinor() || recorded != told.sequence()) {
          findings.add(
              new Finding(
                  Finding.Kind.REPLAY,
                  told.fault(),
                  "donation " + id + " was told as " + told + " and is read as " + json));
        }
      }
    }
  }

  private JsonNode json(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(request.timeout(ANSWER_MAX).build(), HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != OK) {
      findings.add(
          new Finding(
              Finding.Kind.UNCLASSIFIED,
              -1,
              response.uri() + " answers at rest " + response.statusCode()));
    }
    return JSON.readTree(response.body());
  }

  private static long minor(JsonNode money) {
    String amount = money.path("amount").asText("0");
    return amount.isEmpty()
        ? -1
        : new BigDecimal(amount).movePointRight(CENT_DIGITS).longValueExact();
  }

  /** The run has a line of its own. */
  private static final class Silence implements Progress {

    @Override
    public void began(String name, long bytesTotal) {}

    @Override
    public void reached(long bytes, long rows) {}

    @Override
    public void note(String sentence) {}

    @Override
    public void ended() {}
  }
}
