package amanah.deploy.verify;

import static amanah.deploy.verify.FakeApi.money;
import static amanah.deploy.verify.HandmadeJournal.gift;
import static amanah.deploy.verify.HandmadeStream.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.journal.CampaignJournal;
import amanah.deploy.client.AmanahClient;
import amanah.deploy.client.Patience;
import amanah.testing.PostgresExtension;
import amanah.zakat.journal.ZakatJournal;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An API that says of the zakat fund what the journal does not. */
class ApiFundTest {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private final FakeApi api = new FakeApi();
  private HandmadeJournal journal;
  private HandmadeBook book;

  @BeforeAll
  static void createTables() {
    CampaignJournal.SCHEMA.migrate(POSTGRES.url(), POSTGRES.user(), POSTGRES.password());
    ZakatJournal.SCHEMA.migrate(POSTGRES.url(), POSTGRES.user(), POSTGRES.password());
  }

  @BeforeEach
  void begin() throws SQLException {
    journal = new HandmadeJournal(POSTGRES);
    book = new HandmadeBook(POSTGRES);
    journal
        .opened(terms -> terms.put("zakatEligible", true))
        .gave(NOW, "USD", gift("a", 1_000).put("u", "z"));
    book.reported("well", 0, 2, 1_000, 0).distributed("d", "amil", 100);
    api.zakat("fund", () -> fund("10.00", "9.00"));
    api.zakat("statistics", () -> statistics("10.00"));
  }

  @AfterEach
  void close() throws SQLException {
    journal.close();
    book.close();
    api.close();
  }

  private static ObjectNode fund(String collected, String available) {
    ObjectNode page = FakeApi.page();
    ObjectNode fund = page.putArray("currencies").addObject().put("currency", "USD");
    money(money(money(fund, "collected", collected), "refunded", "0.00"), "available", available);
    money(fund.putObject("distributed"), "amil", "1.00");
    return page;
  }

  private static ObjectNode statistics(String collected) {
    ObjectNode page = FakeApi.page();
    page.putArray("collected").addObject().put("amount", collected).put("currency", "USD");
    return page;
  }

  @Test
  void what_agrees_is_no_finding() throws SQLException, InterruptedException {
    assertThat(verified()).isEmpty();
  }

  @Test
  void another_sum_is_found() throws SQLException, InterruptedException {
    api.zakat("fund", () -> fund("10.01", "9.01"));

    assertThat(verified())
        .containsExactly(
            "api-fund: zakat-calculator|book at 2: found {USD=10.01 USD collected, 0.00 USD"
                + " refunded, {amil=1.00 USD} distributed, 9.01 USD available} at /v1/zakat/fund,"
                + " expected {USD=10.00 USD collected, 0.00 USD refunded, {amil=1.00 USD}"
                + " distributed, 9.00 USD available}");
  }

  @Test
  void other_statistics_are_found() throws SQLException, InterruptedException {
    api.zakat("statistics", () -> statistics("9.99"));

    assertThat(verified())
        .containsExactly(
            "api-fund: zakat-calculator|book at 2: found [9.99 USD] at /v1/zakat/statistics,"
                + " expected [10.00 USD]");
  }

  @Test
  void a_fund_that_is_not_there_is_found() throws SQLException, InterruptedException {
    api.forgetsZakat("fund");

    assertThat(verified()).singleElement().asString().startsWith("api-fund: ");
  }

  @Test
  void a_fund_that_is_behind_for_a_moment_is_asked_again()
      throws SQLException, InterruptedException {
    AtomicInteger asked = new AtomicInteger();
    api.zakat(
        "fund", () -> asked.incrementAndGet() < 5 ? fund("0.00", "0.00") : fund("10.00", "9.00"));

    assertThat(verified()).isEmpty();
    assertThat(asked).hasValue(5);
  }

  @Test
  void a_fund_that_moves_on_meanwhile_agrees_with_the_journal_of_then()
      throws SQLException, InterruptedException {
    journal.gave(Instant.now(), "USD", gift("b", 200).put("u", "z"));
    api.zakat(
        "fund",
        () -> {
          book.reported("well", 2, 3, 200, 0);
          api.zakat("statistics", () -> statistics("12.00"));
          return fund("12.00", "11.00");
        });

    assertThat(verified()).isEmpty();
  }

  private List<String> verified() throws SQLException, InterruptedException {
    HandTime time = new HandTime();
    Findings findings = new Findings();
    try (Connection connection = POSTGRES.connect();
        AmanahClient client = new AmanahClient(api.uri(), time)) {
      JournalAudit audit = JournalAudit.over(connection);
      JournalReport report = audit.run(new JournalVisitor() {}, findings);
      new ApiFund(
              client, new ApiSettings(20, 1, Patience.of(Duration.ofSeconds(1))), time, findings)
          .settle(audit, report.zakat());
    }
    return findings.kept().stream().map(Finding::toString).toList();
  }
}
