package amanah.deploy.faults;

import amanah.deploy.client.AmanahClient;
import amanah.deploy.client.Patience;
import amanah.deploy.client.Time;
import amanah.deploy.faults.books.Acknowledgement;
import amanah.deploy.faults.books.AssessedZakat;
import amanah.deploy.faults.books.BookCheck;
import amanah.deploy.faults.books.Finding;
import amanah.deploy.faults.books.JournalRows;
import amanah.deploy.faults.books.JournalTotals;
import amanah.deploy.faults.books.SecondBook;
import amanah.deploy.faults.cluster.NodeProcess;
import amanah.deploy.faults.kind.Site;
import amanah.deploy.terminal.Failure;
import amanah.deploy.terminal.Silence;
import amanah.deploy.verify.ApiSettings;
import amanah.deploy.verify.Verification;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds, when all is at rest, the second book against the journal and the journal against the API.
 */
final class Reckoning {

  private static final Logger LOG = LoggerFactory.getLogger(Reckoning.class);

  /** For a node that goes away while the books are checked, and is started again. */
  private static final Duration AWAY_MAX = Duration.ofMinutes(2);

  /** Six sweeps, and the longest wait of a reporter. */
  private static final Duration ZAKAT_MAX = Duration.ofSeconds(90);

  private static final int SAMPLE_PER_CAMPAIGN = 5;
  private static final int CENT_DIGITS = 2;

  private final Site site;
  private final SecondBook book;
  private final NodePages pages;
  private final AssessedZakat assessed = new AssessedZakat();
  private final List<Finding> findings = new ArrayList<>();

  Reckoning(Site site, SecondBook book, HttpClient http) {
    this.site = site;
    this.book = book;
    this.pages = new NodePages(http, site.pause(), AWAY_MAX);
  }

  /** Part of the check. */
  @FunctionalInterface
  private interface Part {
    void check() throws IOException, InterruptedException, SQLException;
  }

  /**
   * All that is wrong. Who is away is waited for; what can still not be checked is a finding, and
   * the rest is checked nevertheless.
   */
  List<Finding> findings(long seed) throws InterruptedException {
    Map<String, JournalTotals> journal = new HashMap<>();
    part(
        "the nodes",
        () -> {
          if (!site.nodes().whole(AWAY_MAX)) {
            throw new IOException("they are not one cluster after " + AWAY_MAX.toSeconds() + " s");
          }
        });
    part("the journal", () -> journal.putAll(journal()));
    if (!journal.isEmpty()) {
      part("the totals of the nodes", () -> totals(journal));
      part("the zakat", () -> zakat(journal));
      part(
          "prices, fund and assessments",
          () -> findings.addAll(new ZakatReckoning(site, book.zakat(), pages).findings(assessed)));
    }
    part("single donations", () -> replays(new SplittableRandom(seed)));
    part("the audit", () -> audit(seed));
    findings.addAll(pages.findings());
    return findings;
  }

  private void part(String what, Part part) throws InterruptedException {
    try {
      part.check();
    } catch (IOException | SQLException | Failure | IllegalStateException failed) {
      LOG.warn("{} could not be checked", what, failed);
      findings.add(
          new Finding(
              Finding.Kind.UNCHECKED, -1, what + " could not be checked: " + failed.getMessage()));
    }
  }

  private Map<String, JournalTotals> journal()
      throws IOException, InterruptedException, SQLException {
    if (!site.pause().until(AWAY_MAX, site.database()::answers)) {
      throw new IOException("the database is away for " + AWAY_MAX.toSeconds() + " s");
    }
    BookCheck check = new BookCheck(book);
    try (Connection connection = site.database().connect()) {
      JournalRows.read(
          connection,
          row -> {
            check.accept(row);
            assessed.accept(row);
          });
    }
    findings.addAll(check.findings());
    return check.totals();
  }

  /** What {@code amanah verify} would say. */
  private void audit(long seed) throws InterruptedException, SQLException {
    Time time = Time.until(new CountDownLatch(1));
    URI node = site.nodes().all().getFirst().place().uri();
    try (Connection connection = site.database().connect();
        AmanahClient client = new AmanahClient(node, time)) {
      ApiSettings settings = new ApiSettings(SAMPLE_PER_CAMPAIGN, seed, Patience.of(AWAY_MAX));
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
        Optional<JsonNode> page = json(node, "/v1/campaigns/" + campaign);
        if (page.isPresent()) {
          total(node, campaign, page.get(), journal.get(campaign));
        }
      }
    }
  }

  private void total(
      NodeProcess node, String campaign, JsonNode page, @Nullable JournalTotals expected) {
    long donations = page.path("donationCount").asLong();
    long raised = minor(page.path("raised"));
    if (expected == null || donations != expected.donations() || raised != expected.raisedMinor()) {
      findings.add(
          new Finding(
              Finding.Kind.TOTALS,
              -1,
              "campaign %s has %d donations and %d cents through node %d, in the journal %s"
                  .formatted(campaign, donations, raised, node.place().number(), expected)));
    }
  }

  /**
   * What is counted as zakat, through each node, as soon as the sweep has found what is missing.
   */
  private void zakat(Map<String, JournalTotals> journal) throws IOException, InterruptedException {
    long expected = journal.values().stream().mapToLong(JournalTotals::zakatMinor).sum();
    for (NodeProcess node : site.nodes().all()) {
      AtomicLong found = new AtomicLong();
      boolean counted =
          site.pause()
              .until(
                  ZAKAT_MAX,
                  () -> {
                    found.set(collected(node));
                    return found.get() == expected;
                  });
      if (!counted) {
        findings.add(
            new Finding(
                Finding.Kind.COLLECTED,
                -1,
                "%d cents of zakat are collected through node %d, in the journal are %d"
                    .formatted(found.get(), node.place().number(), expected)));
      }
    }
  }

  private long collected(NodeProcess node) throws IOException, InterruptedException {
    JsonNode sums =
        json(node, "/v1/zakat/statistics").map(page -> page.path("collected")).orElseThrow();
    long collected = 0;
    for (JsonNode sum : sums) {
      collected += minor(sum);
    }
    return collected;
  }

  /** Some acknowledged donations, read again. */
  private void replays(SplittableRandom chance) throws IOException, InterruptedException {
    for (int campaign = 0; campaign < site.campaigns().size(); campaign++) {
      int count = book.count(campaign);
      for (int sample = 0; sample < Math.min(SAMPLE_PER_CAMPAIGN, count); sample++) {
        Acknowledgement told = book.get(campaign, chance.nextInt(count));
        String id = book.planned().donationId(told.number());
        NodeProcess node = site.nodes().all().get(chance.nextInt(site.nodes().count()));
        String path = "/v1/campaigns/" + site.campaigns().get(campaign) + "/donations/" + id;
        Optional<JsonNode> page = json(node, path);
        if (page.isPresent()) {
          replay(told, id, page.get());
        }
      }
    }
  }

  private void replay(Acknowledgement told, String id, JsonNode page) {
    long recorded = page.path("history").path(0).path("sequence").asLong();
    if (minor(page.path("amount")) != told.amountMinor() || recorded != told.sequence()) {
      findings.add(
          new Finding(
              Finding.Kind.REPLAY,
              told.fault(),
              "donation " + id + " was told as " + told + " and is read as " + page));
    }
  }

  private Optional<JsonNode> json(NodeProcess node, String path)
      throws IOException, InterruptedException {
    return pages.read(node.place().number(), node.place().uri().resolve(path));
  }

  private static long minor(JsonNode money) {
    String amount = money.path("amount").asText("0");
    return amount.isEmpty()
        ? -1
        : new BigDecimal(amount).movePointRight(CENT_DIGITS).longValueExact();
  }
}
