package amanah.deploy.faults;

import amanah.deploy.faults.books.AssessedZakat;
import amanah.deploy.faults.books.Finding;
import amanah.deploy.faults.books.PlannedDonations;
import amanah.deploy.faults.books.ZakatBooks;
import amanah.deploy.faults.cluster.NodeProcess;
import amanah.deploy.faults.kind.Site;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Holds, when all is at rest, what was told of zakat against what the nodes say now. */
final class ZakatReckoning {

  /** Six sweeps, and the longest wait of a reporter. */
  private static final Duration ZAKAT_MAX = Duration.ofSeconds(90);

  private static final int CENT_DIGITS = 2;
  private static final int PAGES_MAX = 1000;

  private final Site site;
  private final ZakatBooks books;
  private final NodePages pages;
  private final List<Finding> findings = new ArrayList<>();

  ZakatReckoning(Site site, ZakatBooks books, NodePages pages) {
    this.site = site;
    this.books = books;
    this.pages = pages;
  }

  /** All that is wrong, with what the journal has of assessed zakat. */
  List<Finding> findings(AssessedZakat journal) throws IOException, InterruptedException {
    findings.addAll(books.prices().findings());
    Map<String, Long> given = given();
    findings.addAll(books.fund().findings(given));
    funds(given.values().stream().mapToLong(Long::longValue).sum());
    for (String id : books.assessments().made()) {
      assessment(id, journal.paidMinor(id));
    }
    return findings;
  }

  /** All distributions, as the first node lists them. */
  private Map<String, Long> given() throws IOException, InterruptedException {
    Map<String, Long> given = new HashMap<>();
    String cursor = "";
    for (int page = 0; page < PAGES_MAX; page++) {
      JsonNode list = json(first(), "/v1/zakat/distributions?limit=500" + cursor).orElseThrow();
      for (JsonNode item : list.path("items")) {
        String id = item.path("distributionId").asText();
        if (given.put(id, minor(item.path("amount"))) != null) {
          note(Finding.Kind.FUND, "distribution " + id + " is listed twice");
        }
      }
      if (list.path("nextCursor").asText("").isEmpty()) {
        break;
      }
      cursor = "&cursor=" + list.path("nextCursor").asText();
    }
    return given;
  }

  private void funds(long distributedMinor) throws IOException, InterruptedException {
    for (NodeProcess node : site.nodes().all()) {
      JsonNode fund = json(node, "/v1/zakat/fund").orElseThrow();
      long told = 0;
      for (JsonNode currency : fund.path("currencies")) {
        if (currency.path("currency").asText().equals(PlannedDonations.CURRENCY)) {
          told = minor(currency.path("distributedInAll"));
        }
      }
      if (told != distributedMinor) {
        note(
            Finding.Kind.FUND,
            "%d cents are given in all through node %d, %d are listed"
                .formatted(told, node.place().number(), distributedMinor));
      }
    }
  }

  /** Payments come to it behind the donors' backs. */
  private void assessment(String id, long paidMinor) throws IOException, InterruptedException {
    NodeProcess node = first();
    AtomicReference<JsonNode> last = new AtomicReference<>(MissingNode.getInstance());
    boolean right =
        site.pause()
            .until(
                ZAKAT_MAX,
                () -> {
                  Optional<JsonNode> told = json(node, "/v1/zakat/assessments/" + id);
                  told.ifPresent(last::set);
                  return told.isEmpty() || minor(told.get().path("paid")) == paidMinor;
                });
    if (!right) {
      note(
          Finding.Kind.ASSESSMENT,
          "assessment %s has %s paid, in the journal are %d cents"
              .formatted(id, Objects.requireNonNull(last.get()).path("paid"), paidMinor));
    }
  }

  private NodeProcess first() {
    return site.nodes().all().getFirst();
  }

  private Optional<JsonNode> json(NodeProcess node, String path)
      throws IOException, InterruptedException {
    return pages.read(node.place().number(), node.place().uri().resolve(path));
  }

  private static long minor(JsonNode money) {
    return new BigDecimal(money.path("amount").asText("0"))
        .movePointRight(CENT_DIGITS)
        .longValueExact();
  }

  private void note(Finding.Kind kind, String sentence) {
    findings.add(new Finding(kind, -1, sentence));
  }
}
