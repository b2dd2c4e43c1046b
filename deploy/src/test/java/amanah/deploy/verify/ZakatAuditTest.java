package amanah.deploy.verify;

import static amanah.deploy.verify.HandmadeJournal.gift;
import static amanah.deploy.verify.HandmadeStream.NOW;
import static amanah.deploy.verify.HandmadeStream.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import amanah.campaign.journal.CampaignJournal;
import amanah.testing.PostgresExtension;
import amanah.zakat.journal.ZakatJournal;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
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

/**
 * Zakat journals made by hand, beside a campaign that was given 10.00 USD as zakat in its second
 * event, and 1.00 USD of it given back in its third.
 */
class ZakatAuditTest {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

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
        .then(Instant.now())
        .gave(Instant.now(), "USD", zakat("a", 1_000), gift("s", 70))
        .refunded("r", "a", 100)
        .refunded("q", "s", 7);
  }

  @AfterEach
  void close() throws SQLException {
    journal.close();
    book.close();
  }

  private static ObjectNode zakat(String id, long minor) {
    return gift(id, minor).put("u", "z").put("z", "assessment-1");
  }

  /** So long ago that it has to be counted. */
  private static Instant old() {
    return Instant.now().minus(ZakatAudit.UNCOUNTED_MAX).minusSeconds(1);
  }

  // spotless:off
  static Stream<Arguments> wrong_books() {
    return Stream.of(
        wrong("a hole",                        b -> b.reported("well", 0, 2, 1_000, 0).skip(1).distributed("d", "fuqara", 1), "sequence: zakat-calculator|book at 3: found this number, expected 2"),
        wrong("a row marked as deleted",       b -> b.distributed("d", "fuqara", 0).execute("UPDATE zakat.event_journal SET deleted = true"), "deleted: zakat-calculator|book at 1: found it marked as deleted", "amount"),
        wrong("writers A, B, A",               b -> b.reported("well", 0, 1, 0, 0).writer("second").reported("well", 1, 2, 1_000, 0).writer("first").reported("well", 2, 4, 0, 100), "writer: zakat-calculator|book at 3: found writer first back, expected it to be gone for ever"),
        wrong("a foreign manifest",            b -> b.event("zakat-reported.v2", map()),                     "manifest: zakat-calculator|book at 1: found serializer 1411, manifest \"zakat-reported.v2\", expected 1411 and a manifest of its own"),
        wrong("a foreign serializer",          b -> b.row(33, "zakat-reported.v1", new byte[0]),             "manifest: zakat-calculator|book at 1: found serializer 33, manifest \"zakat-reported.v1\", expected 1411 and a manifest of its own"),
        wrong("a foreign stream",              b -> b.stream("other|x", 1).row(1, "x", new byte[0]),         "manifest: other|x at 1: found a stream of no kind, expected none"),
        wrong("a payment in the book",         b -> b.received("a"),                                         "manifest: zakat-calculator|book at 1: found serializer 1411, manifest \"payment-received.v1\""),
        wrong("half an event",                 b -> b.row(1411, "zakat-reported.v1", new byte[] {(byte) 0xbf}), "content: zakat-calculator|book at 1: zakat-reported.v1: found bytes that are no CBOR map, expected one and no more"),
        wrong("recipients who are none",       b -> b.distributed("d", "friends", 1),                        "content: zakat-calculator|book at 1: zakat-distributed.v1: found STRING in the field \"asnaf\", expected one of "),
        wrong("a field that is unknown",       b -> b.event("zakat-reported.v1", map().put("n", 1)),         "content: zakat-calculator|book at 1: zakat-reported.v1: found the field \"n\", expected one of "),
        wrong("a report that leaves some out", b -> b.reported("well", 0, 1, 0, 0).reported("well", 2, 4, 1_000, 100), "position: zakat-calculator|book at 2: found zakat of campaign well from 2 to 4, expected it to begin at 1"),
        wrong("a report that comes twice",     b -> b.reported("well", 0, 2, 1_000, 0).reported("well", 0, 2, 0, 0), "position: zakat-calculator|book at 2: found zakat of campaign well from 0 to 2, expected it to begin at 2"),
        wrong("a report of what is not there", b -> b.reported("well", 0, 9, 1_000, 100),                    "position: well at 9: found its zakat counted up to 9, expected at most 4"),
        wrong("a report of no campaign",       b -> b.reported("mill", 0, 1, 5, 0),                          "position: mill at 1: found its zakat counted up to 1, expected at most 0"),
        wrong("zakat that was lost",           b -> b.reported("well", 0, 4, 999, 100),                      "counted: well at 4: found 999 collected and 100 refunded counted, expected 1000 collected and 100 refunded"),
        wrong("zakat counted twice",           b -> b.reported("well", 0, 2, 1_000, 0).reported("well", 2, 4, 1_000, 100), "counted: well at 4: found 2000 collected and 100 refunded counted, expected 1000 collected and 100 refunded"),
        wrong("a refund of sadaqah counted",   b -> b.reported("well", 0, 4, 1_000, 107),                    "counted: well at 4: found 1000 collected and 107 refunded counted, expected 1000 collected and 100 refunded"),
        wrong("another currency",              b -> b.reported("well", 0, 2, 1_000, 0).reported("well", 2, 4, 0, 100, "EUR"), "currency: zakat-calculator|book at 2: found zakat of campaign well in EUR, expected USD"),
        wrong("less than nothing collected",   b -> b.reported("well", 0, 2, -1, 0),                         "amount: zakat-calculator|book at 1: found -1 collected and 0 refunded by campaign well, expected nothing or more", "counted"),
        wrong("nothing distributed",           b -> b.distributed("d", "riqab", 0),                          "amount: zakat-calculator|book at 1: found distribution d of 0.00, expected more than nothing"),
        wrong("a distribution twice",          b -> b.reported("well", 0, 4, 1_000, 100).distributed("d", "fuqara", 1).distributed("d", "fuqara", 1), "fund: zakat-calculator|book at 3: found distribution d again, expected it once"),
        wrong("more than the fund holds",      b -> b.reported("well", 0, 4, 1_000, 100).distributed("d", "fuqara", 500).distributed("e", "masakin", 401), "fund: zakat-calculator|book at 3: found 9.01 distributed of 9.00 USD, expected at most that"),
        wrong("zakat given before it came",    b -> b.distributed("d", "fuqara", 1).reported("well", 0, 4, 1_000, 100), "fund: zakat-calculator|book at 1: found 0.01 distributed of 0.00 USD, expected at most that"),
        wrong("too much for amil",             b -> b.reported("well", 0, 4, 1_000, 100).distributed("d", "amil", 100).distributed("e", "amil", 13), "amil: zakat-calculator|book at 3: found 1.13 USD given to amil, expected at most 1.12"),
        wrong("a gift twice",                  b -> b.assessment("assessment-1").received("a").received("a"), "payment: zakat-assessment|assessment-1 at 2: found donation a of campaign well again, expected it once"),
        wrong("a refund twice",                b -> b.assessment("assessment-1").received("a").returned("r", "a").returned("r", "a"), "payment: zakat-assessment|assessment-1 at 3: found refund r of donation a of campaign well again, expected it once"),
        forgotten("an old gift not reported",  j -> j.gave(old(), "USD", zakat("b", 300), zakat("c", 30), gift("t", 7)), "uncounted: well at 0: found 330 collected and 0 refunded beyond that and from before "),
        forgotten("an old refund not reported", j -> j.then(old()).refunded("o", "s", 1).refunded("p", "a", 5), "uncounted: well at 0: found 0 collected and 5 refunded beyond that and from before "),
        forgotten("a campaign never reported", j -> j.stream("campaign|mill").then(old()).openedAs("mill").gave(old(), "USD", zakat("b", 9)).viewed(1), "uncounted: mill at 0: found 9 collected and 0 refunded beyond that and from before "));
  }
  // spotless:on

  /** One finding, and others of these checks that follow from the same. */
  private static Arguments wrong(
      String name, Consumer<HandmadeBook> story, String finding, String... also) {
    BiConsumer<HandmadeBook, HandmadeJournal> whole = (book, journal) -> story.accept(book);
    return arguments(name, whole, finding, List.of(also));
  }

  /** What campaigns have, and nobody counts. */
  private static Arguments forgotten(String name, Consumer<HandmadeJournal> story, String finding) {
    BiConsumer<HandmadeBook, HandmadeJournal> whole = (book, journal) -> story.accept(journal);
    return arguments(name, whole, finding, List.of());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong_books")
  void what_is_wrong_is_found_and_nothing_else(
      String name,
      BiConsumer<HandmadeBook, HandmadeJournal> story,
      String finding,
      List<String> also)
      throws SQLException, InterruptedException {
    story.accept(book, journal);

    List<Finding> found = audited().findings().kept();

    assertThat(found).extracting(Finding::toString).anyMatch(text -> text.startsWith(finding));
    assertThat(found).hasSize(1 + also.size());
    assertThat(found.stream().map(each -> each.check().label()).toList()).containsAll(also);
  }

  @Test
  void a_book_as_it_should_be_passes_and_is_added_up() throws SQLException, InterruptedException {
    book.reported("well", 0, 2, 1_000, 0)
        .distributed("d", "amil", 125)
        .writer("second")
        .distributed("e", "fuqara", 875)
        .event("statistics-reset.v1", map().put("epoch", 1).put("request", "r"))
        .reported("well", 2, 4, 0, 100)
        .assessment("assessment-1")
        .received("a")
        .returned("r", "a");

    JournalReport report = audited();

    assertThat(report.findings().kept()).as("a refund may come after a distribution").isEmpty();
    assertThat(report.eventCount()).isEqualTo(11);
    assertThat(report.funds())
        .singleElement()
        .satisfies(
            fund -> {
              assertThat(fund.collectedMinor()).isEqualTo(1_000);
              assertThat(fund.refundedMinor()).isEqualTo(100);
              assertThat(fund.availableMinor()).isEqualTo(-100);
              assertThat(fund.distributedMinor())
                  .isEqualTo(
                      Map.of("amil", BigInteger.valueOf(125), "fuqara", BigInteger.valueOf(875)));
            });
  }

  @Test
  void zakat_that_is_not_reported_yet_is_no_finding_and_told() throws Exception {
    JournalReport unreported = audited();
    book.reported("well", 0, 2, 1_000, 0);

    JournalReport reported = audited();

    assertThat(unreported.findings().kept()).isEmpty();
    assertThat(unreported.zakatInFlight()).as("a gift and a refund").isEqualTo(2);
    assertThat(reported.findings().kept()).isEmpty();
    assertThat(reported.zakatInFlight()).as("the refund").isEqualTo(1);
  }

  @Test
  void an_old_refund_beyond_what_was_reported_is_found() throws Exception {
    book.reported("well", 0, 4, 1_000, 100);
    journal.then(old()).refunded("o", "s", 1).refunded("p", "a", 5);

    assertThat(audited().findings().kept())
        .singleElement()
        .asString()
        .startsWith("uncounted: well at 4: found 0 collected and 5 refunded beyond that");
  }

  @Test
  void a_gift_that_is_about_to_be_too_old_is_still_in_flight() throws Exception {
    Instant young = Instant.now().minus(ZakatAudit.UNCOUNTED_MAX).plusSeconds(30);
    book.reported("well", 0, 4, 1_000, 100);
    journal.gave(young, "USD", zakat("b", 1));

    JournalReport report = audited();

    assertThat(report.findings().kept()).isEmpty();
    assertThat(report.zakatInFlight()).isEqualTo(1);
  }

  @Test
  void old_sadaqah_is_nothing_to_count() throws Exception {
    book.reported("well", 0, 4, 1_000, 100);
    journal.then(NOW).gave("t", 5).refunded("u", "t", 5);

    assertThat(audited().findings().kept()).isEmpty();
  }

  private static JournalReport audited() throws SQLException, InterruptedException {
    try (Connection connection = POSTGRES.connect()) {
      return JournalAudit.over(connection).run(new JournalVisitor() {});
    }
  }
}
