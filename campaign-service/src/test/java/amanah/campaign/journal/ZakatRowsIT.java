package amanah.campaign.journal;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignTerms;
import amanah.campaign.domain.GoalPolicy;
import amanah.campaign.domain.Milestones;
import amanah.campaign.journal.ZakatFeed.Place;
import amanah.campaign.journal.ZakatFeed.Step;
import amanah.campaign.journal.ZakatFeed.Trace;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.id.RefundId;
import amanah.journal.JournalSettings;
import amanah.money.Money;
import amanah.testing.PostgresExtension;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is read of a real journal by those who look for zakat, and by which indexes. */
class ZakatRowsIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
  private static final Currency USD = Currency.getInstance("USD");
  private static final String INSERT =
      "INSERT INTO campaign.event_journal (persistence_id, sequence_number, writer,"
          + " adapter_manifest, event_ser_id, event_ser_manifest, event_payload)"
          + " VALUES (?, ?, 'w', ?, 1401, ?, ?)";

  /** So many that reading all of them would be noticed. */
  private static final String MANY =
      "INSERT INTO campaign.event_journal (persistence_id, sequence_number, writer,"
          + " adapter_manifest, event_ser_id, event_ser_manifest, event_payload)"
          + " SELECT 'campaign|many-' || n / 100, n % 100 + 1, 'w',"
          + " CASE WHEN n % 1000 = 7 THEN 'zakat' ELSE 'plain' END,"
          + " 1401, 'donations-recorded.v1', 'x' FROM generate_series(0, 29999) AS n";

  private final CampaignEventSerializer serializer = new CampaignEventSerializer();
  private Connection connection;
  private ZakatRows rows;

  @BeforeAll
  static void migrate() {
    CampaignJournal.SCHEMA.migrate(POSTGRES.url(), POSTGRES.user(), POSTGRES.password());
  }

  @BeforeEach
  void open() throws SQLException {
    connection = POSTGRES.connect();
    try (Connection past = POSTGRES.connectPastTriggers();
        Statement truncate = past.createStatement()) {
      truncate.execute("TRUNCATE campaign.event_journal");
    }
    rows =
        ZakatRows.open(
            new JournalSettings(POSTGRES.url(), POSTGRES.user(), POSTGRES.password(), 8, Map.of()));
  }

  @AfterEach
  void close() throws SQLException {
    rows.close();
    connection.close();
  }

  @Test
  void a_campaign_has_missed_what_is_marked_and_what_nobody_has_looked_into() throws SQLException {
    insert("campaign|a", 1, "", opened(true));
    insert("campaign|a", 2, "plain", refunded("r2"));
    insert("campaign|a", 3, "zakat", refunded("r3"));
    insert("campaign|a", 4, "", refunded("r4"));
    insert("campaign|a", 5, null, refunded("r5"));
    insert("campaign|a", 6, "zakat", refunded("r6"));
    insert("campaign|b", 2, "zakat", refunded("r2"));

    assertThat(join(rows.missed("campaign|a", 0, 100, 100)))
        .extracting(CampaignHistory.Entry::sequence)
        .containsExactly(3L, 4L, 5L, 6L);
    assertThat(join(rows.missed("campaign|a", 3, 5, 100)))
        .extracting(CampaignHistory.Entry::event)
        .containsExactly(refunded("r4"), refunded("r5"));
    assertThat(join(rows.missed("campaign|a", 0, 100, 2)))
        .extracting(CampaignHistory.Entry::sequence)
        .containsExactly(3L, 4L);
  }

  @Test
  void campaigns_are_gone_through_in_pages_each_with_its_newest() throws SQLException {
    for (String campaign : List.of("a", "b", "c", "d", "e")) {
      insert("campaign|" + campaign, 2, "zakat", refunded("r"));
      insert("campaign|" + campaign, 3, campaign.equals("d") ? "" : "zakat", refunded("s"));
      insert("campaign|" + campaign, 4, "plain", refunded("t"));
    }
    insert("campaign|none", 2, "plain", refunded("r"));

    List<Trace> all = new ArrayList<>();
    List<Trace> page = join(rows.campaigns("", 2));
    while (!page.isEmpty()) {
      all.addAll(page);
      page = join(rows.campaigns(page.getLast().persistenceId(), 2));
    }

    assertThat(all)
        .containsExactly(
            new Trace("campaign|a", 3, true),
            new Trace("campaign|b", 3, true),
            new Trace("campaign|c", 3, true),
            new Trace("campaign|d", 3, false),
            new Trace("campaign|e", 3, true));
  }

  @Test
  void the_feed_ends_before_what_is_not_over_and_then_goes_on() throws SQLException {
    Place begin = Place.before(join(rows.horizon()));
    try (Connection late = POSTGRES.connect()) {
      late.setAutoCommit(false);
      insert(late, "campaign|late", 2, "zakat", refunded("r"));
      insert("campaign|early", 2, "zakat", refunded("r"));

      String held = join(rows.horizon());
      List<Step> meanwhile = join(rows.steps(begin, held, 100));
      late.commit();
      List<Step> afterwards = join(rows.steps(Place.before(held), join(rows.horizon()), 100));

      assertThat(meanwhile).as("early is behind late").isEmpty();
      assertThat(afterwards)
          .extracting(step -> step.trace().persistenceId())
          .containsExactly("campaign|late", "campaign|early");
    }
  }

  @Test
  void the_feed_goes_on_from_a_place_within_a_transaction() throws SQLException {
    Place begin = Place.before(join(rows.horizon()));
    connection.setAutoCommit(false);
    for (int sequence = 2; sequence < 7; sequence++) {
      insert("campaign|a", sequence, "zakat", refunded("r" + sequence));
    }
    connection.commit();
    connection.setAutoCommit(true);
    String horizon = join(rows.horizon());

    List<Step> first = join(rows.steps(begin, horizon, 3));
    List<Step> second = join(rows.steps(first.getLast().place(), horizon, 3));

    assertThat(first).extracting(step -> step.trace().sequence()).containsExactly(2L, 3L, 4L);
    assertThat(second).extracting(step -> step.trace().sequence()).containsExactly(5L, 6L);
  }

  @Test
  void a_campaign_takes_zakat_if_it_was_opened_so() throws SQLException {
    insert("campaign|yes", 1, "", opened(true));
    insert("campaign|no", 1, "", opened(false));

    assertThat(join(rows.eligible(List.of("campaign|yes", "campaign|no", "campaign|never"))))
        .containsExactly("campaign|yes");
  }

  @Test
  void no_question_goes_through_the_events_that_bear_none() throws SQLException {
    execute(MANY);
    execute("ANALYZE campaign.event_journal");

    assertThat(plan(ZakatRows.MISSED, "'campaign|many-3'", "0", "1000", "100"))
        .containsAnyOf("event_journal_zakat ", "event_journal_pkey");
    assertThat(plan(ZakatRows.CAMPAIGNS, "'campaign|'", "500"))
        .contains("event_journal_zakat ")
        .doesNotContain("Seq Scan", "event_journal_pkey");
    assertThat(plan(ZakatRows.FEED, "'3'", "0", "'99999999'", "500"))
        .contains("event_journal_zakat_feed")
        .doesNotContain("Seq Scan");
  }

  private String plan(String sql, String... values) throws SQLException {
    String filled = sql;
    for (String value : values) {
      filled = filled.replaceFirst("\\?", value);
    }
    StringBuilder plan = new StringBuilder();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("EXPLAIN (COSTS OFF) " + filled)) {
      while (row.next()) {
        plan.append(row.getString(1)).append('\n');
      }
    }
    return plan.toString();
  }

  private static CampaignEvent opened(boolean zakatEligible) {
    CampaignTerms terms =
        new CampaignTerms(
            "A well",
            Money.of(1_000, USD),
            null,
            GoalPolicy.SOFT,
            zakatEligible,
            new Milestones(List.of()));
    return new CampaignEvent.CampaignOpened(CampaignId.of("a"), terms, false, AT);
  }

  private static CampaignEvent refunded(String refundId) {
    return new CampaignEvent.DonationRefunded(
        RefundId.of(refundId), DonationId.of("d"), Money.of(1, USD), null, AT);
  }

  private void insert(
      String persistenceId, long sequence, @Nullable String mark, CampaignEvent event)
      throws SQLException {
    insert(connection, persistenceId, sequence, mark, event);
  }

  private void insert(
      Connection by,
      String persistenceId,
      long sequence,
      @Nullable String mark,
      CampaignEvent event)
      throws SQLException {
    try (PreparedStatement insert = by.prepareStatement(INSERT)) {
      insert.setString(1, persistenceId);
      insert.setLong(2, sequence);
      insert.setString(3, mark);
      insert.setString(4, serializer.manifest(event));
      insert.setBytes(5, serializer.toBinary(event));
      insert.executeUpdate();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static <T> T join(CompletionStage<T> answer) {
    return answer.toCompletableFuture().join();
  }
}
