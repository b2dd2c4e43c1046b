package amanah.deploy.verify;

import static amanah.deploy.verify.HandmadeJournal.gift;
import static amanah.deploy.verify.HandmadeJournal.giftOf;
import static amanah.deploy.verify.HandmadeStream.NOW;
import static amanah.deploy.verify.HandmadeStream.at;
import static amanah.deploy.verify.HandmadeStream.instant;
import static amanah.deploy.verify.HandmadeStream.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import amanah.campaign.journal.CampaignJournal;
import amanah.testing.PostgresExtension;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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

/** Journals made by hand: what is right passes, and what is wrong is found, and nothing else. */
class JournalAuditTest {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  static final Instant LATER = NOW.plusSeconds(60);

  private HandmadeJournal journal;

  @BeforeAll
  static void createTables() {
    CampaignJournal.SCHEMA.migrate(POSTGRES.url(), POSTGRES.user(), POSTGRES.password());
  }

  @BeforeEach
  void empty() throws SQLException {
    journal = new HandmadeJournal(POSTGRES);
  }

  @AfterEach
  void close() throws SQLException {
    journal.close();
  }

  // spotless:off
  static Stream<Arguments> wrong_journals() {
    return Stream.of(
        wrong("a hole",                    j -> j.opened().viewed(1).skip(1).viewed(1),                  "sequence: well at 4: found this number, expected 3"),
        wrong("a beginning that is gone",  j -> j.skip(1).gave("a", 100),                                "sequence: well at 2: found this number, expected 1"),
        wrong("a row marked as deleted",   j -> j.opened().viewed(1).execute("UPDATE campaign.event_journal SET deleted = true WHERE sequence_number = 2"), "deleted: well at 2: found it marked as deleted, expected nothing ever to be"),
        wrong("writers A, B, A",           j -> j.opened().writer("second").viewed(1).writer("first").viewed(1), "writer: well at 3: found writer first back, expected it to be gone for ever"),
        wrong("a foreign manifest",        j -> j.opened().event("views-counted.v2", map()),             "manifest: well at 2: found serializer 1401, manifest \"views-counted.v2\", expected 1401 and a manifest of its own"),
        wrong("a foreign serializer",      j -> j.opened().row(33, "views-counted.v1", new byte[0]),     "manifest: well at 2: found serializer 33, manifest \"views-counted.v1\", expected 1401 and a manifest of its own"),
        wrong("a foreign stream",          j -> j.stream("other|x").row(1, "x", new byte[0]),            "manifest: other|x at 1: found a stream of no campaign, expected none"),
        wrong("half an event",             j -> j.opened().row(1401, "views-counted.v1", new byte[] {(byte) 0xbf}), "content: well at 2: views-counted.v1: found bytes that are no CBOR map, expected one and no more"),
        wrong("an event and a half",       j -> j.opened().row(1401, "views-counted.v1", new byte[] {(byte) 0xa0, (byte) 0xa0}), "content: well at 2: views-counted.v1: found bytes that are no CBOR map, expected one and no more"),
        wrong("a field that is missing",   j -> j.opened().event("views-counted.v1", at(map(), NOW)),    "content: well at 2: views-counted.v1: found no field \"count\", expected one"),
        wrong("a field that is unknown",   j -> j.opened().event("views-counted.v1", map().put("n", 1)), "content: well at 2: views-counted.v1: found the field \"n\", expected one of "),
        wrong("an amount that is a text",  j -> j.opened().gave(NOW, "USD", gift("a", 1).put("a", "1")), "content: well at 2: donations-recorded.v1: found STRING in the field \"a\", expected a whole number"),
        wrong("an event without donations", j -> j.opened().gave(NOW, "USD"),                            "content: well at 2: donations-recorded.v1: found no donation, expected one or more"),
        wrong("a donation before the opening", j -> j.gave("a", 100).gave("b", 100),                     "opening: well at 1: found it given to, expected it to be opened first"),
        wrong("a second opening",          j -> j.opened().opened(),                                     "opening: well at 2: found it opened again, expected an opening once"),
        wrong("another's opening",         j -> j.stream("campaign|other").opened(),                     "opening: other at 1: found it opened as \"well\", expected \"other\""),
        wrong("a goal of nothing",         j -> j.opened(terms -> terms.put("goalMinor", 0)),            "terms: well at 1: found the goal 0 minor units, expected more than nothing"),
        wrong("milestones out of order",   j -> j.opened(milestones(50, 25)),                            "terms: well at 1: found milestones [50, 25], expected ascending percents"),
        wrong("another currency",          j -> j.opened().amended(terms -> terms.put("currency", "EUR")), "terms: well at 2: found EUR, expected USD"),
        wrong("another goal policy",       j -> j.opened().amended(JournalAuditTest::hard),              "terms: well at 2: found another goal policy or eligibility, expected both as they were"),
        wrong("terms after the end",       j -> j.opened().moved("active", "completed").amended(terms -> {}), "terms: well at 3: found terms amended while completed, expected them to be final"),
        wrong("a donation twice",          j -> j.opened().gave("a", 100).gave("a", 100),                "duplicate: well at 3: found donation a again, expected it once, at 2"),
        wrong("a donation twice at once",  j -> j.opened().gave(NOW, "USD", gift("a", 1), gift("a", 2)), "duplicate: well at 2: found donation a again, expected it once, at 2"),
        wrong("a donation of nothing",     j -> j.opened().gave("a", 0),                                 "amount: well at 2: found donation a of 0.00 USD, expected more than nothing"),
        wrong("a donation of less",        j -> j.opened().gave("a", -1),                                "amount: well at 2: found donation a of -0.01 USD, expected more than nothing"),
        wrong("more than a long",          j -> j.opened().gave("a", Long.MAX_VALUE).gave("b", 1),       "amount: well at 3: found 9223372036854775808 raised, expected what can be held"),
        wrong("another's money",           j -> j.opened().gave(NOW, "EUR", gift("a", 1)),               "currency: well at 2: found donations in EUR, expected USD"),
        wrong("a donation to a draft",     j -> j.opened(true, terms -> {}).gave("a", 1),                "closed: well at 2: found donations while draft, expected none"),
        wrong("a donation in a pause",     j -> j.opened().moved("active", "paused").gave("a", 1),       "closed: well at 3: found donations while paused, expected none"),
        wrong("a donation after the close", j -> j.opened().moved("active", "completed").gave("a", 1),   "closed: well at 3: found donations while completed, expected none"),
        wrong("a donation after the call", j -> j.opened().moved("active", "cancelled").gave("a", 1),    "closed: well at 3: found donations while cancelled, expected none"),
        wrong("a donation after the end",  j -> j.opened(JournalAuditTest::endsNow).gave("a", 1),        "closed: well at 2: found donations of 2026-03-01T12:00:00Z, expected them before the end at 2026-03-01T12:00:00Z"),
        wrong("a hard goal passed",        j -> j.opened(JournalAuditTest::hard).gave("a", 9_999).gave("b", 2).refunded("r", "b", 2), "goal: well at 3: found 100.01 USD raised, expected at most the hard goal 100.00 USD"),
        wrong("a hard goal beneath",       j -> j.opened(JournalAuditTest::hard).gave("a", 9_999).amended(terms -> hard(terms.put("goalMinor", 9_998))), "goal: well at 3: found 99.99 USD raised, expected at most the hard goal 99.98 USD"),
        wrong("zakat for anything",        j -> j.opened().gave(NOW, "USD", gift("a", 1).put("u", "z")), "zakat: well at 2: found donation a to be zakat, expected sadaqah"),
        wrong("too much given back",       j -> j.opened().gave("a", 100).refunded("r", "a", 60).refunded("s", "a", 41), "refund: well at 4: found refunds of 1.01 USD of donation a, expected at most the 1.00 USD that were captured"),
        wrong("a refund twice",            j -> j.opened().gave("a", 100).refunded("r", "a", 10).refunded("r", "a", 10), "refund: well at 4: found refund r again, expected it once"),
        wrong("a refund of nobody's",      j -> j.opened().gave("a", 100).refunded("r", "b", 10),        "refund: well at 3: found refund r of donation b, expected a donation before it"),
        wrong("a refund of nothing",       j -> j.opened().gave("a", 100).refunded("r", "a", 0),         "refund: well at 3: found refund r of 0.00 USD, expected more than nothing"),
        wrong("a refund of other money",   j -> j.opened().gave("a", 100).refunded("r", "a", 1, "EUR"),  "currency: well at 3: found a refund in EUR, expected USD"),
        wrong("a milestone too early",     j -> j.opened(milestones(50)).gave("a", 4_999).reached(50, 4_999), "milestone: well at 3: found 50 % with 49.99 USD raised, expected none"),
        wrong("a milestone twice",         j -> j.opened(milestones(50)).gave("a", 5_000).reached(50, 5_000).reached(50, 5_000), "milestone: well at 4: found 50 % again with 50.00 USD raised, expected none"),
        wrong("a milestone missed",        j -> j.opened(milestones(50)).gave("a", 5_000).viewed(1),     "milestone: well at 2: found no milestone after this, expected [50] %"),
        wrong("a last milestone missed",   j -> j.opened(milestones(25, 50)).gave("a", 5_000).reached(25, 5_000), "milestone: well at 3: found no milestone after this, expected [50] %"),
        wrong("milestones out of turn",    j -> j.opened(milestones(25, 50)).gave("a", 5_000).reached(50, 5_000).reached(25, 5_000), "milestone: well at 3: found 50 % with 50.00 USD raised, expected 25 %"),
        wrong("a milestone of another sum", j -> j.opened(milestones(50)).gave("a", 5_000).reached(50, 5_001), "milestone: well at 3: found 50 % at 5001 minor units of USD, expected 50.00 USD"),
        wrong("a move that is illegal",    j -> j.opened().moved("active", "draft"),                     "transition: well at 2: found a move from active to draft, expected one of [cancelled, completed, paused]"),
        wrong("a move to where it is",     j -> j.opened().moved("active", "active"),                    "transition: well at 2: found a move from active to active, expected one of [cancelled, completed, paused]"),
        wrong("a move from elsewhere",     j -> j.opened().moved("paused", "completed"),                 "transition: well at 2: found a move from paused, expected active"),
        wrong("views taken back",          j -> j.opened().viewed(-1),                                   "views: well at 2: found -1 views, expected one or more"));
  }
  // spotless:on

  private static Stream<Arguments> all_wrong_journals() {
    return Stream.of(
            wrong_journals(), WrongReopenings.rows(), WrongReminders.rows(), WrongSnapshots.rows())
        .flatMap(rows -> rows);
  }

  static Arguments wrong(String name, Consumer<HandmadeJournal> story, String finding) {
    return arguments(name, story, finding);
  }

  private static Consumer<ObjectNode> milestones(int... percents) {
    return terms -> Arrays.stream(percents).forEach(terms.withArray("milestones")::add);
  }

  static void hard(ObjectNode terms) {
    terms.put("goalPolicy", "hard");
  }

  private static void endsNow(ObjectNode terms) {
    instant(terms.putArray("endsAt"), NOW);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all_wrong_journals")
  void what_is_wrong_is_found_and_nothing_else(
      String name, Consumer<HandmadeJournal> story, String finding)
      throws SQLException, InterruptedException {
    story.accept(journal);

    List<Finding> found = audited(new JournalVisitor() {}).findings().kept();

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().toString()).startsWith(finding);
  }

  @Test
  void every_check_of_the_journal_has_a_journal_that_fails_it() {
    List<String> labels =
        Stream.concat(all_wrong_journals(), ZakatAuditTest.wrong_books())
            .map(row -> Objects.toString(row.get()[2]).replaceAll(":.*", ""))
            .distinct()
            .toList();

    assertThat(labels)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Check.values())
                .map(Check::label)
                .filter(label -> !label.startsWith("api"))
                .toList());
  }

  @Test
  void a_life_as_it_should_be_passes_and_is_added_up() throws SQLException, InterruptedException {
    journal
        .opened(true, milestones(25, 50))
        .moved("draft", "active")
        .gave(NOW, "USD", giftOf("d", "a", 2_000), giftOf("d", "b", 1_000))
        .reached(25, 3_000)
        .snapshot(4, JournalAuditTest::activeWithOneDonor)
        .snapshotInParts(4, JournalAuditTest::activeWithOneDonor)
        .writer("second")
        .amended(milestones(10, 25, 50))
        .reached(10, 3_000)
        .refunded("r", "a", 500)
        .refunded("s", "a", 1_500)
        .viewed(7)
        .moved("active", "paused")
        .moved("paused", "completed")
        .refunded("t", "b", 1);

    JournalReport report = audited(new JournalVisitor() {});

    assertThat(report.findings().kept()).isEmpty();
    assertThat(report.eventCount()).isEqualTo(12);
    CampaignTotals totals = Objects.requireNonNull(report.campaigns().get("well"));
    assertThat(totals.status()).isEqualTo("completed");
    assertThat(totals.capturedMinor()).isEqualTo(3_000);
    assertThat(totals.refundedMinor()).isEqualTo(2_001);
    assertThat(totals.raisedMinor()).isEqualTo(999);
    assertThat(totals.donationCount()).isEqualTo(2);
    assertThat(totals.donorCount()).isEqualTo(1);
    assertThat(totals.refundCount()).isEqualTo(3);
    assertThat(totals.milestonesReached()).containsExactly(10, 25);
    assertThat(totals.views()).isEqualTo(7);
    assertThat(totals.sequence()).isEqualTo(12);
  }

  @Test
  void an_end_by_time_that_was_taken_back_passes() throws SQLException, InterruptedException {
    journal
        .opened(ends(NOW))
        .moved("active", "completed", "its end was reached", NOW)
        .amended(ends(LATER))
        .moved("completed", "active", "the clock was wrong", NOW)
        .gave("a", 1)
        .moved("active", "completed", "its end was reached", LATER);

    assertThat(audited(new JournalVisitor() {}).findings().kept()).isEmpty();
  }

  static Consumer<ObjectNode> ends(Instant end) {
    return terms -> instant(terms.putArray("endsAt"), end);
  }

  @Test
  void a_change_with_a_name_may_have_found_the_campaign_as_it_wanted_it()
      throws SQLException, InterruptedException {
    journal
        .opened()
        .moved("active", "active", "c-1")
        .amendedNothing("c-2")
        .moved("active", "completed", "c-3")
        .moved("completed", "completed", "c-4")
        .amendedNothing("c-5");

    JournalReport report = audited(new JournalVisitor() {});

    assertThat(report.findings().kept()).isEmpty();
    assertThat(Objects.requireNonNull(report.campaigns().get("well")).status())
        .isEqualTo("completed");
  }

  @Test
  void a_snapshot_in_parts_that_is_not_finished_is_not_there()
      throws SQLException, InterruptedException {
    journal.opened().gave("a", 3_000).snapshotInParts(2, snapshot -> snapshot.put("views", 9));
    journal.execute("UPDATE campaign.snapshot_head SET parts = NULL");

    assertThat(audited(new JournalVisitor() {}).findings().kept()).isEmpty();
  }

  private static void activeWithOneDonor(ObjectNode snapshot) {
    snapshot.withArray("milestonesReached").add(25);
    ((ObjectNode) snapshot.get("index")).put("donations", 2).put("donors", 1);
  }

  @Test
  void sums_of_a_currency_may_exceed_a_long() throws SQLException, InterruptedException {
    journal.opened().gave("a", Long.MAX_VALUE);
    ObjectNode other = map().put("campaignId", "other").put("draft", false);
    ObjectNode terms = other.putObject("terms").put("title", "x").put("goalMinor", 1);
    terms.put("currency", "USD").put("goalPolicy", "soft").put("zakatEligible", false);
    terms.putArray("milestones");
    journal.stream("campaign|other")
        .event("campaign-opened.v1", at(other, NOW))
        .gave("a", Long.MAX_VALUE);

    JournalReport report = audited(new JournalVisitor() {});

    assertThat(report.findings().kept()).isEmpty();
    assertThat(report.currencies()).hasSize(1);
    CurrencyTotals dollars = report.currencies().getFirst();
    assertThat(dollars.campaignCount()).isEqualTo(2);
    assertThat(dollars.raisedMinor())
        .isEqualTo(BigInteger.valueOf(Long.MAX_VALUE).multiply(BigInteger.TWO));
    assertThat(dollars.amount(dollars.raisedMinor())).isEqualTo("184467440737095516.14");
  }

  @Test
  void every_donation_is_told_as_often_as_it_is_there() throws SQLException, InterruptedException {
    journal.opened().gave(NOW, "USD", gift("a", 1), gift("b", 2)).gave("a", 1);
    List<String> told = new ArrayList<>();

    audited(
        new JournalVisitor() {
          @Override
          public void donation(
              String campaignId, long sequence, String donationId, long amountMinor) {
            told.add(campaignId + " " + sequence + " " + donationId + " " + amountMinor);
          }
        });

    assertThat(told).containsExactly("well 2 a 1", "well 2 b 2", "well 3 a 1");
  }

  @Test
  void what_follows_from_a_hole_is_not_found_once_more() throws SQLException, InterruptedException {
    journal.opened(milestones(50)).gave("a", 4_000).gave("b", 1_000).reached(50, 5_000);
    journal.refunded("r", "a", 4_000).moved("active", "paused").moved("paused", "active");
    journal.execute("DELETE FROM campaign.event_journal WHERE sequence_number IN (2, 6)");

    List<Finding> found = audited(new JournalVisitor() {}).findings().kept();

    assertThat(found).extracting(Finding::check).containsOnly(Check.SEQUENCE);
    assertThat(found).extracting(Finding::sequence).containsExactly(3L, 7L);
  }

  @Test
  void only_the_first_hundred_findings_are_kept_and_all_are_counted()
      throws SQLException, InterruptedException {
    journal.opened();
    for (int times = 0; times < 150; times++) {
      journal.viewed(0);
    }

    Findings findings = audited(new JournalVisitor() {}).findings();

    assertThat(findings.kept()).hasSize(Findings.KEPT_MAX);
    assertThat(findings.count()).isEqualTo(150);
    assertThat(findings.count(Check.VIEWS)).isEqualTo(150);
  }

  @Test
  void the_totals_of_an_earlier_moment_are_there_for_the_asking() throws SQLException {
    journal.opened().gave("a", 100).gave("b", 10);

    try (Connection connection = POSTGRES.connect()) {
      JournalAudit audit = JournalAudit.over(connection);

      assertThat(audit.totalsAt("well", 2).orElseThrow().raisedMinor()).isEqualTo(100);
      assertThat(audit.totalsAt("well", 3).orElseThrow().raisedMinor()).isEqualTo(110);
      assertThat(audit.totalsAt("well", 4)).isEmpty();
      assertThat(audit.totalsAt("other", 1)).isEmpty();
    }
  }

  @Test
  void the_auditor_cannot_write() throws SQLException {
    try (Connection connection = POSTGRES.connect()) {
      JournalAudit audit = JournalAudit.over(connection);
      assertThat(audit.size()).isEqualTo(new JournalSize(0, 0));

      assertThatThrownBy(
              () -> connection.createStatement().execute("DELETE FROM campaign.event_journal"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("read-only");
    }
  }

  private static JournalReport audited(JournalVisitor visitor)
      throws SQLException, InterruptedException {
    try (Connection connection = POSTGRES.connect()) {
      return JournalAudit.over(connection).run(visitor);
    }
  }
}
