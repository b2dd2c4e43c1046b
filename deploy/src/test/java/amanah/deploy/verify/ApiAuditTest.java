package amanah.deploy.verify;

import static amanah.deploy.verify.FakeApi.money;
import static amanah.deploy.verify.HandmadeJournal.giftOf;
import static amanah.deploy.verify.HandmadeStream.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import amanah.campaign.journal.CampaignJournal;
import amanah.deploy.client.AmanahClient;
import amanah.deploy.client.Patience;
import amanah.deploy.terminal.ExitCode;
import amanah.deploy.terminal.Failure;
import amanah.deploy.terminal.Progress;
import amanah.deploy.terminal.ProgressLines;
import amanah.testing.PostgresExtension;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An API that says what the journal does not. */
class ApiAuditTest {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private final FakeApi api = new FakeApi();
  private final HandTime time = new HandTime();
  private HandmadeJournal journal;

  @BeforeAll
  static void createTables() {
    CampaignJournal.SCHEMA.migrate(POSTGRES.url(), POSTGRES.user(), POSTGRES.password());
  }

  @BeforeEach
  void begin() throws SQLException {
    journal = new HandmadeJournal(POSTGRES);
    journal.opened().gave(NOW, "USD", giftOf("d", "a", 3_000)).refunded("r", "a", 500);
    api.page("well", () -> campaign(3, "25.00"));
    api.page("well/donations/a", ApiAuditTest::donation);
  }

  @AfterEach
  void close() throws SQLException {
    journal.close();
    api.close();
  }

  private static ObjectNode campaign(long sequence, String raised) {
    ObjectNode page = FakeApi.page().put("campaignId", "well").put("status", "active");
    money(money(page, "goal", "100.00"), "raised", raised);
    page.put("donationCount", 1).put("donorCount", 1).put("views", 9).put("sequence", sequence);
    page.putArray("milestonesReached");
    return page;
  }

  private static ObjectNode donation() {
    ObjectNode page = FakeApi.page().put("donationId", "a").put("status", "partially_refunded");
    money(money(page, "amount", "30.00"), "refunded", "5.00");
    page.putArray("history").addObject().put("type", "recorded").put("sequence", 2);
    money(page.withArray("history").addObject().put("type", "refunded"), "amount", "5.00")
        .put("sequence", 3);
    return page;
  }

  // spotless:off
  static Stream<Arguments> lies() {
    return Stream.of(
        lie(campaign -> money(campaign, "raised", "25.01"),               "raised 25.01 USD, expected 25.00 USD"),
        lie(campaign -> campaign.withObject("/raised").put("currency", "EUR"), "raised 25.00 EUR, expected 25.00 USD"),
        lie(campaign -> money(campaign, "goal", "100.01"),                "goal 100.01 USD, expected 100.00 USD"),
        lie(campaign -> campaign.put("donationCount", 2),                 "donationCount 2, expected 1"),
        lie(campaign -> campaign.put("donorCount", 0),                    "donorCount 0, expected 1"),
        lie(campaign -> campaign.put("status", "paused"),                 "status paused, expected active"),
        lie(campaign -> campaign.put("campaignId", "other"),              "campaignId other, expected well"),
        lie(campaign -> campaign.withArray("milestonesReached").add(25),  "milestonesReached [25], expected []"),
        lie(campaign -> campaign.put("views", -1),                        "views -1, expected at least 0"),
        lie(campaign -> campaign.remove("raised"),                        "raised none none, expected 25.00 USD"));
  }

  static Stream<Arguments> lies_about_a_donation() {
    return Stream.of(
        lie(donation -> money(donation, "amount", "30.01"),               "amount 30.01 USD, expected 30.00 USD"),
        lie(donation -> money(donation, "refunded", "0.00"),              "refunded 0.00 USD, expected 5.00 USD"),
        lie(donation -> donation.put("status", "captured"),               "status captured, expected partially_refunded"),
        lie(donation -> donation.put("donationId", "b"),                  "donationId b, expected a"),
        lie(donation -> donation.withObject("/history/0").put("sequence", 1), "sequence 1, expected 2"));
  }
  // spotless:on

  private static Arguments lie(Consumer<ObjectNode> change, String finding) {
    return arguments(change, finding);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("lies")
  void what_it_says_otherwise_of_a_campaign_is_found(Consumer<ObjectNode> change, String finding)
      throws SQLException, InterruptedException {
    ObjectNode page = campaign(3, "25.00");
    change.accept(page);
    api.page("well", () -> page);

    assertThat(verified()).containsExactly("api-campaign: well at 3: found " + finding);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("lies_about_a_donation")
  void what_it_says_otherwise_of_a_donation_is_found(Consumer<ObjectNode> change, String finding)
      throws SQLException, InterruptedException {
    ObjectNode page = donation();
    change.accept(page);
    api.page("well/donations/a", () -> page);

    assertThat(verified())
        .containsExactly("api-donation: well at 3: found donation a with " + finding);
  }

  @Test
  void what_agrees_is_no_finding() throws SQLException, InterruptedException {
    assertThat(verified()).isEmpty();
  }

  @Test
  void an_entity_tag_that_is_not_the_sequence_is_found() throws SQLException, InterruptedException {
    api.etag("\"2\"");

    assertThat(verified())
        .containsExactly("api-campaign: well at 3: found ETag \"2\", expected \"3\"");
  }

  @Test
  void a_campaign_that_moves_on_meanwhile_agrees_with_the_journal_of_then()
      throws SQLException, InterruptedException {
    AtomicInteger asked = new AtomicInteger();
    api.page(
        "well",
        () -> {
          journal.refunded("r" + asked.incrementAndGet(), "a", 100);
          return campaign(3 + asked.get(), "2" + (5 - asked.get()) + ".00");
        });

    assertThat(verified()).isEmpty();
    assertThat(asked).hasValue(2);
  }

  @Test
  void a_campaign_that_moves_on_to_a_wrong_sum_is_found()
      throws SQLException, InterruptedException {
    AtomicInteger asked = new AtomicInteger();
    api.page(
        "well",
        () -> {
          journal.refunded("r" + asked.incrementAndGet(), "a", 100);
          return campaign(3 + asked.get(), "25.00");
        });

    assertThat(verified())
        .containsExactly("api-campaign: well at 5: found raised 25.00 USD, expected 23.00 USD");
  }

  @Test
  void a_refund_that_comes_meanwhile_is_no_finding() throws SQLException, InterruptedException {
    ObjectNode page = donation().put("status", "refunded");
    money(page, "refunded", "30.00");
    money(page.withArray("history").addObject().put("type", "refunded"), "amount", "25.00")
        .put("sequence", 4);
    api.page("well/donations/a", () -> page);

    assertThat(verified()).isEmpty();
  }

  @Test
  void an_api_that_is_behind_for_a_moment_is_asked_again()
      throws SQLException, InterruptedException {
    AtomicInteger asked = new AtomicInteger();
    api.page(
        "well", () -> asked.incrementAndGet() < 5 ? campaign(2, "30.00") : campaign(3, "25.00"));

    assertThat(verified()).isEmpty();
    assertThat(asked).hasValue(5);
  }

  @Test
  void an_api_that_stays_behind_is_found() throws SQLException, InterruptedException {
    api.page("well", () -> campaign(2, "30.00"));

    assertThat(verified())
        .containsExactly("api-campaign: well at 3: found sequence 2, expected at least 3");
  }

  @Test
  void an_api_that_knows_more_than_the_journal_is_found()
      throws SQLException, InterruptedException {
    api.page("well", () -> campaign(4, "25.00"));

    assertThat(verified())
        .containsExactly(
            "api-campaign: well at 3: found sequence 4, expected one that the journal has");
  }

  @Test
  void what_it_does_not_know_for_a_moment_is_asked_again()
      throws SQLException, InterruptedException {
    journal.gave("b", 1);
    AtomicInteger asked = new AtomicInteger();
    api.page(
        "well",
        () -> {
          if (asked.incrementAndGet() == 2) {
            api.page("well/donations/b", ApiAuditTest::donationOfOneCent);
          }
          return asked.get() < 2
              ? campaign(3, "25.00")
              : campaign(4, "25.01").put("donationCount", 2);
        });

    assertThat(verified()).isEmpty();
  }

  private static ObjectNode donationOfOneCent() {
    ObjectNode page = FakeApi.page().put("donationId", "b").put("status", "captured");
    money(money(page, "amount", "0.01"), "refunded", "0.00");
    page.putArray("history").addObject().put("type", "recorded").put("sequence", 4);
    return page;
  }

  @Test
  void a_campaign_that_it_does_not_know_is_found() throws SQLException, InterruptedException {
    api.forgets("well");

    assertThat(verified())
        .containsExactly("api-campaign: well at 3: found campaign_not_found at well");
  }

  @Test
  void what_it_does_not_know_is_found() throws SQLException, InterruptedException {
    journal.gave("b", 1);
    api.page("well", () -> campaign(4, "25.01").put("donationCount", 2));

    assertThat(verified())
        .containsExactly("api-donation: well at 4: found donation_not_found at well/donations/b");
  }

  @Test
  void a_campaign_that_does_not_answer_while_the_node_is_ready_is_found()
      throws SQLException, InterruptedException {
    api.goesAway(true);

    assertThat(verified())
        .hasSize(2)
        .allSatisfy(finding -> assertThat(finding).contains("unanswered", "503 unavailable"));
  }

  @Test
  void a_node_that_goes_away_ends_the_audit_without_a_verdict() {
    api.goesAway(false);

    assertThatThrownBy(this::verified)
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.UNAVAILABLE))
        .hasMessageContaining("503 unavailable");
  }

  @Test
  void the_same_seed_samples_the_same_donations() {
    assertThat(sample(7)).hasSize(5).isEqualTo(sample(7)).isNotEqualTo(sample(8));
  }

  private static List<SampledDonation> sample(long seed) {
    DonationSample sample = new DonationSample(5, seed, "well");
    for (int donation = 0; donation < 1_000; donation++) {
      sample.donation("d-" + donation, donation, 1);
    }
    return sample.taken();
  }

  private List<String> verified() throws SQLException, InterruptedException {
    Progress progress = new ProgressLines(new PrintWriter(new StringWriter()), () -> 0);
    try (Connection connection = POSTGRES.connect();
        AmanahClient client = new AmanahClient(api.uri(), time)) {
      return new Verification(connection, time, progress)
              .journalAndApi(client, new ApiSettings(20, 1, Patience.of(Duration.ofSeconds(1))))
              .findings()
              .kept()
              .stream()
              .map(Finding::toString)
              .toList();
    }
  }
}
