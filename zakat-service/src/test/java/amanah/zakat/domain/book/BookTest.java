package amanah.zakat.domain.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.id.CampaignId;
import amanah.id.DistributionId;
import amanah.money.Money;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.arithmetic.Total;
import amanah.zakat.domain.book.BookAnswer.CampaignPosition;
import amanah.zakat.domain.fund.Asnaf;
import amanah.zakat.domain.fund.Distribution;
import amanah.zakat.domain.fund.RecordedDistribution;
import amanah.zakat.domain.statistics.NodeCounts;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class BookTest {

  private static final Currency DOLLAR = Currency.getInstance("USD");
  private static final CampaignId WELL = CampaignId.of("well");
  private static final CampaignId MILL = CampaignId.of("mill");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private Book book = Book.empty(new BookLimits(2, 2, 2, 2, 2));

  private BookAnswer execute(BookCommand command) {
    return execute(command, NOON);
  }

  private BookAnswer execute(BookCommand command, Instant at) {
    BookDecision decision = book.decide(command, at);
    decision.events().forEach(event -> book = book.evolve(event));
    return decision.answer();
  }

  private BookAnswer report(CampaignId campaignId, long after, long upTo, long cents) {
    return execute(
        new BookCommand.CountReports(
            List.of(
                new CampaignReport(
                    campaignId, after, upTo, Money.of(cents, DOLLAR), Money.zero(DOLLAR)))));
  }

  private static BookAnswer at(CampaignId campaignId, long sequence) {
    return new BookAnswer.ReportsCounted(
        List.of(new CampaignPosition(campaignId, sequence, false)));
  }

  @Nested
  final class Reports {

    @Test
    void a_report_that_begins_where_the_campaign_is_counts() {
      assertThat(report(WELL, 0, 3, 100)).isEqualTo(at(WELL, 3));
      assertThat(report(WELL, 3, 9, 50)).isEqualTo(at(WELL, 9));

      assertThat(book.fund().of(DOLLAR).collected()).isEqualTo(Total.of(150, DOLLAR));
    }

    @Test
    void a_report_that_is_repeated_counts_once() {
      report(WELL, 0, 3, 100);

      assertThat(report(WELL, 0, 3, 100)).isEqualTo(at(WELL, 3));

      assertThat(book.fund().of(DOLLAR).collected()).isEqualTo(Total.of(100, DOLLAR));
      assertThat(book.sequence()).isEqualTo(1);
    }

    @Test
    void a_report_that_overlaps_or_leaves_a_gap_counts_nothing() {
      report(WELL, 0, 3, 100);

      assertThat(report(WELL, 2, 5, 70)).isEqualTo(at(WELL, 3));
      assertThat(report(WELL, 4, 5, 70)).isEqualTo(at(WELL, 3));

      assertThat(book.fund().of(DOLLAR).collected()).isEqualTo(Total.of(100, DOLLAR));
    }

    @Test
    void campaigns_that_never_reported_are_at_nothing() {
      assertThat(book.position(WELL)).isZero();
      assertThat(report(WELL, 7, 8, 1)).isEqualTo(at(WELL, 0));
    }

    @Test
    void one_campaign_more_than_may_be_is_not_counted_and_the_others_are() {
      report(WELL, 0, 1, 1);
      report(MILL, 0, 1, 1);

      BookAnswer answer = report(CampaignId.of("third"), 0, 1, 1);

      assertThat(answer)
          .isEqualTo(
              new BookAnswer.ReportsCounted(
                  List.of(new CampaignPosition(CampaignId.of("third"), 0, true))));
      assertThat(report(WELL, 1, 2, 1)).isEqualTo(at(WELL, 2));
    }

    @Test
    void a_journal_that_counts_a_gift_twice_is_loud() {
      report(WELL, 0, 3, 100);
      BookEvent again =
          new BookEvent.ZakatReported(
              List.of(new CampaignReport(WELL, 0, 3, Money.of(100, DOLLAR), Money.zero(DOLLAR))),
              NOON);

      assertThatThrownBy(() -> book.evolve(again))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("event 2 reports campaign well after 0, but it is counted up to 3");
    }
  }

  @Nested
  final class Distributions {

    private final Distribution bread =
        new Distribution(
            DistributionId.of("bread"),
            Asnaf.FUQARA,
            Money.of(60, DOLLAR),
            Optional.of("a bakery"),
            Optional.empty());

    private BookAnswer distribute(Distribution distribution) {
      return execute(new BookCommand.Distribute(distribution));
    }

    @Test
    void a_distribution_is_recorded_with_its_place() {
      report(WELL, 0, 1, 100);

      assertThat(distribute(bread))
          .isEqualTo(new BookAnswer.Distributed(new RecordedDistribution(bread, NOON, 2), false));
      assertThat(book.fund().of(DOLLAR).available()).isEqualTo(Total.of(40, DOLLAR));
    }

    @Test
    void the_same_again_is_answered_the_same_though_the_fund_is_empty_by_now() {
      report(WELL, 0, 1, 60);
      distribute(bread);

      assertThat(distribute(bread))
          .isEqualTo(new BookAnswer.Distributed(new RecordedDistribution(bread, NOON, 2), true));
      assertThat(book.fund().of(DOLLAR).available()).isEqualTo(Total.of(0, DOLLAR));
    }

    @Test
    void the_same_id_with_other_content_is_refused() {
      report(WELL, 0, 1, 100);
      distribute(bread);
      Distribution other =
          new Distribution(
              bread.distributionId(),
              Asnaf.MASAKIN,
              bread.amount(),
              bread.recipient(),
              bread.note());

      assertThat(distribute(other))
          .isEqualTo(
              new BookAnswer.Refused(
                  RefusalCode.IDEMPOTENCY_MISMATCH,
                  "distribution \"bread\" was recorded with other content, expected another id"));
    }

    @Test
    void one_more_than_may_be_known_is_refused() {
      report(WELL, 0, 1, 100);
      distribute(renamed("one"));
      distribute(renamed("two"));

      assertThat(distribute(renamed("three")))
          .isEqualTo(
              new BookAnswer.Refused(
                  RefusalCode.LIMIT_REACHED, "2 distributions are kept, expected fewer than 2"));
    }

    private Distribution renamed(String id) {
      return new Distribution(
          DistributionId.of(id),
          bread.asnaf(),
          Money.of(1, DOLLAR),
          bread.recipient(),
          bread.note());
    }
  }

  @Nested
  final class StatisticsKept {

    private final NodeCounts ten = new NodeCounts("desk", 0, 4, 6, List.of(Total.of(25, DOLLAR)));

    private BookAnswer count(NodeCounts... tallies) {
      return execute(new BookCommand.CountTallies(List.of(tallies)));
    }

    @Test
    void a_tally_that_is_told_twice_is_written_once() {
      count(ten);
      count(ten);

      assertThat(book.sequence()).isEqualTo(1);
      assertThat(book.tallies().desks()).containsExactly(ten);
    }

    @Test
    void a_reset_zeroes_the_statistics_and_nothing_else() {
      report(WELL, 0, 1, 100);
      count(ten);

      assertThat(execute(new BookCommand.Reset("r-1"))).isEqualTo(new BookAnswer.Begun(false));

      assertThat(book.tallies().desks()).isEmpty();
      assertThat(book.tallies().forgotten().epoch()).isEqualTo(1);
      assertThat(book.fund().of(DOLLAR).collected()).isEqualTo(Total.of(100, DOLLAR));
    }

    @Test
    void a_reset_that_is_repeated_zeroes_nothing_more() {
      execute(new BookCommand.Reset("r-1"));
      NodeCounts after = new NodeCounts("desk", 1, 0, 1, List.of());
      count(after);

      assertThat(execute(new BookCommand.Reset("r-1"))).isEqualTo(new BookAnswer.Begun(true));

      assertThat(book.tallies().desks()).containsExactly(after);
    }

    @Test
    void a_tally_from_before_the_reset_belongs_to_what_was_zeroed() {
      execute(new BookCommand.Reset("r-1"));

      count(ten);

      assertThat(book.tallies().desks()).isEmpty();
    }
  }

  @Test
  void time_never_runs_backward_in_the_journal() {
    report(WELL, 0, 1, 1);
    Instant earlier = NOON.minusSeconds(60);

    BookDecision decision =
        book.decide(
            new BookCommand.CountReports(
                List.of(new CampaignReport(WELL, 1, 2, Money.of(1, DOLLAR), Money.zero(DOLLAR)))),
            earlier);

    assertThat(decision.events()).singleElement().extracting(BookEvent::at).isEqualTo(NOON);
  }
}
