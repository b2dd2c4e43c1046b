package amanah.deploy.verify;

import amanah.deploy.client.AmanahClient;
import amanah.deploy.client.Reply;
import amanah.deploy.client.Time;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Holds what the API says of the zakat fund against the zakat journal. The API is asked, and then
 * the journal is read on until it comes to just that, or to its end: then the API is asked again, a
 * bounded number of times.
 */
final class ApiFund {

  private static final Duration ROUND_INTERVAL = Duration.ofMillis(500);
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<Page> PAGES =
      List.of(
          new Page("fund", ApiFund::toldFund, ApiFund::journaledFund),
          new Page("statistics", ApiFund::toldCollected, ApiFund::journaledCollected));

  private final AmanahClient client;
  private final ApiSettings settings;
  private final Time time;
  private final Findings findings;

  /**
   * Something that the API tells.
   *
   * @param path beneath {@code /v1/zakat/}
   * @param told what a page says, in words that can be compared
   * @param journaled what it would say if it agreed with the journal
   */
  private record Page(
      String path, Function<JsonNode, String> told, Function<List<FundTotals>, String> journaled) {}

  ApiFund(AmanahClient client, ApiSettings settings, Time time, Findings findings) {
    this.client = client;
    this.settings = settings;
    this.time = time;
    this.findings = findings;
  }

  /** Asks until both agree, or until they have not for long enough. */
  void settle(JournalAudit journal, ZakatAudit zakat) throws SQLException, InterruptedException {
    if (zakat.events() > 0) {
      for (Page page : PAGES) {
        settle(page, journal, zakat);
      }
    }
  }

  private void settle(Page page, JournalAudit journal, ZakatAudit zakat)
      throws SQLException, InterruptedException {
    String told = told(page);
    for (int round = 1; !comesTo(told, page, journal, zakat); round++) {
      if (round == ApiAudit.ROUNDS_MAX) {
        String expected = page.journaled().apply(zakat.fund().totals());
        findings.add(
            new Finding(
                Check.API_FUND,
                FundFold.BOOK,
                zakat.fund().sequence(),
                "found %s at /v1/zakat/%s, expected %s".formatted(told, page.path(), expected)));
        return;
      }
      time.await(ROUND_INTERVAL);
      told = told(page);
    }
  }

  private static boolean comesTo(String told, Page page, JournalAudit journal, ZakatAudit zakat)
      throws SQLException {
    return journal.zakatComesTo(zakat, fund -> page.journaled().apply(fund.totals()).equals(told));
  }

  private String told(Page page) throws InterruptedException {
    Reply reply = client.readZakat(page.path(), settings.patience());
    return switch (reply) {
      case Reply.Success success -> page.told().apply(tree(success));
      case Reply.Refused refused -> refused.code();
      case Reply.Later later -> throw new IllegalStateException(later.reason());
    };
  }

  private static JsonNode tree(Reply.Success success) {
    try {
      return JSON.readTree(success.body());
    } catch (IOException notJson) {
      return JSON.nullNode();
    }
  }

  private static String toldFund(JsonNode page) {
    return each(page.path("currencies"))
        .collect(
            Collectors.toMap(
                fund -> fund.path("currency").asText(),
                ApiFund::toldFundOfOne,
                (a, b) -> b,
                TreeMap::new))
        .toString();
  }

  private static String toldFundOfOne(JsonNode fund) {
    Map<String, String> distributed = new TreeMap<>();
    fund.path("distributed")
        .properties()
        .forEach(given -> distributed.put(given.getKey(), money(given.getValue())));
    return "%s collected, %s refunded, %s distributed, %s available"
        .formatted(
            money(fund.path("collected")),
            money(fund.path("refunded")),
            distributed,
            money(fund.path("available")));
  }

  private static String journaledFund(List<FundTotals> funds) {
    Map<String, String> all = new TreeMap<>();
    for (FundTotals fund : funds) {
      Map<String, String> distributed = new TreeMap<>();
      fund.distributedMinor()
          .forEach((asnaf, minor) -> distributed.put(asnaf, money(fund.amount(minor), fund)));
      all.put(
          fund.currency().getCurrencyCode(),
          "%s collected, %s refunded, %s distributed, %s available"
              .formatted(
                  money(fund.amount(fund.collectedMinor()), fund),
                  money(fund.amount(fund.refundedMinor()), fund),
                  distributed,
                  money(fund.amount(fund.availableMinor()), fund)));
    }
    return all.toString();
  }

  private static String toldCollected(JsonNode page) {
    return each(page.path("collected")).map(ApiFund::money).sorted().toList().toString();
  }

  private static String journaledCollected(List<FundTotals> funds) {
    return funds.stream()
        .map(fund -> money(fund.amount(fund.netMinor()), fund))
        .sorted()
        .toList()
        .toString();
  }

  private static Stream<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static String money(JsonNode money) {
    return money.path("amount").asText("none") + " " + money.path("currency").asText("none");
  }

  private static String money(String amount, FundTotals fund) {
    return amount + " " + fund.currency();
  }
}
