package amanah.zakat.calculator;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.TestInbox;
import amanah.cluster.Quorum;
import amanah.id.AssessmentId;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.money.Money;
import amanah.protocol.zakat.AssessedZakat;
import amanah.protocol.zakat.ZakatReported;
import amanah.protocol.zakat.ZakatReporting;
import amanah.testing.HandClock;
import amanah.time.ElapsedTime;
import amanah.zakat.book.BookMessage;
import amanah.zakat.book.BookReply;
import amanah.zakat.domain.book.BookAnswer;
import amanah.zakat.domain.book.BookAnswer.CampaignPosition;
import amanah.zakat.domain.book.BookCommand;
import amanah.zakat.domain.book.CampaignReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ReportCounterTest {

  private static final int REPORTS_MAX = 4;
  private static final int BATCH_MAX = 2;
  private static final Duration INTERVAL = Duration.ofMillis(500);
  private static final Currency DOLLAR = Currency.getInstance("USD");

  private static final AssessedZakat GIFT =
      new AssessedZakat(
          AssessmentId.of("a-1"),
          DonationId.of("d-1"),
          Optional.empty(),
          Money.of(100, DOLLAR),
          Instant.parse("2026-03-01T12:00:00Z"),
          true);

  private final TestInbox<BookMessage> book = TestInbox.create();
  private final TestInbox<BookReply> answers = TestInbox.create();
  private final TestInbox<ZakatReported> campaign = TestInbox.create();
  private final HandClock clock = new HandClock(Instant.parse("2026-03-01T12:00:00Z"));
  private final BookDesk desk = new BookDesk(8, 8, clock, Quorum.always());
  private final ReportCounter counter =
      new ReportCounter(
          REPORTS_MAX,
          BATCH_MAX,
          INTERVAL,
          ElapsedTime.by(clock),
          desk,
          command -> ticket -> new BookMessage.Execute(ticket, command, answers.getRef()));

  @BeforeEach
  void open() {
    desk.bookUp(book.getRef());
    desk.bookRecovered();
  }

  private void report(String campaignId, long upTo) {
    report(campaignId, upTo, List.of());
  }

  /** One that has to be told to an assessment before it is ready. */
  private void reportGift(String campaignId) {
    report(campaignId, 1, List.of(GIFT));
  }

  private void report(String campaignId, long upTo, List<AssessedZakat> assessed) {
    counter.take(
        new ZakatReporting.Report(
            CampaignId.of(campaignId),
            0,
            upTo,
            Money.of(100, DOLLAR),
            Money.zero(DOLLAR),
            assessed,
            campaign.getRef()));
  }

  /** The book counts all of the next batch; says whose reports were in it. */
  private List<String> countNext() {
    BookMessage.Execute execute = (BookMessage.Execute) book.receiveMessage();
    List<CampaignReport> reports = ((BookCommand.CountReports) execute.command()).reports();
    desk.answered(
        new BookReply.Answered(
            execute.ticket(),
            new BookAnswer.ReportsCounted(
                reports.stream()
                    .map(one -> new CampaignPosition(one.campaignId(), one.upTo(), false))
                    .toList())));
    return reports.stream().map(one -> one.campaignId().value()).toList();
  }

  private void pass(Duration time) {
    clock.pass(time);
    counter.writeIfDue();
  }

  private Optional<String> notNow() {
    return campaign.getAllReceived().stream()
        .filter(ZakatReported.NotNow.class::isInstance)
        .map(said -> ((ZakatReported.NotNow) said).detail())
        .findFirst();
  }

  @Test
  void a_lone_report_waits_for_nobody_and_those_that_come_meanwhile_go_together() {
    report("a", 1);
    report("b", 1);
    assertThat(countNext()).containsExactly("a");

    pass(INTERVAL.minusMillis(1));
    assertThat(book.hasMessages()).isFalse();

    pass(Duration.ofMillis(1));
    assertThat(countNext()).containsExactly("b");
    assertThat(counter.isIdle()).isTrue();
  }

  @Test
  void a_full_batch_does_not_wait_and_what_is_left_does() {
    report("a", 1);
    report("b", 1);
    report("c", 1);
    report("d", 1);

    assertThat(countNext()).containsExactly("a");
    assertThat(countNext()).containsExactly("b", "c");
    assertThat(book.hasMessages()).isFalse();
    pass(INTERVAL);
    assertThat(countNext()).containsExactly("d");
    assertThat(counter.isIdle()).isTrue();
    assertThat(campaign.getAllReceived()).hasSize(4);
  }

  @Test
  void a_calculator_that_leaves_writes_what_has_gathered_and_what_comes_of_it() {
    report("a", 1);
    report("b", 1);
    countNext();

    counter.leave();

    assertThat(countNext()).containsExactly("b");
    assertThat(counter.isIdle()).isTrue();
  }

  @Test
  void a_calculator_that_leaves_does_not_wait_for_assessments() {
    reportGift("a");

    counter.leave();
    boolean idle = counter.isIdle();
    counter.delivered(new PaymentMessage.Delivery(CampaignId.of("a"), true, ""));

    assertThat(idle).isTrue();
    assertThat(notNow()).hasValue("the calculator moves to another node");
    assertThat(book.hasMessages()).isFalse();
  }

  @Test
  void what_the_book_has_is_not_lost_with_those_who_tell_assessments() {
    reportGift("a");
    counter.delivered(new PaymentMessage.Delivery(CampaignId.of("a"), true, ""));

    counter.deliveryDown();

    assertThat(countNext()).containsExactly("a");
    assertThat(campaign.getAllReceived()).allMatch(ZakatReported.Position.class::isInstance);
  }

  @Test
  void one_report_more_than_may_be_under_way_has_to_come_again() {
    for (String campaignId : List.of("a", "b", "c", "d")) {
      report(campaignId, 1);
    }

    report("e", 1);

    assertThat(notNow()).contains("4 reports are under way, at most 4 may");
  }

  @Test
  void another_report_of_a_campaign_waits_until_the_first_is_counted() {
    report("a", 1);

    report("a", 2);

    assertThat(notNow()).contains("an earlier report of this campaign is being counted");
  }

  @Test
  void when_the_book_fails_all_reports_have_to_come_again() {
    report("a", 1);
    report("b", 1);

    desk.bookDown();
    counter.bookDown();

    assertThat(campaign.getAllReceived())
        .hasSize(2)
        .allMatch(ZakatReported.NotNow.class::isInstance);
    assertThat(counter.isIdle()).isTrue();
  }

  @Test
  void a_campaign_that_is_one_too_many_has_to_come_again() {
    report("a", 1);
    BookMessage.Execute execute = (BookMessage.Execute) book.receiveMessage();

    desk.answered(
        new BookReply.Answered(
            execute.ticket(),
            new BookAnswer.ReportsCounted(
                List.of(new CampaignPosition(CampaignId.of("a"), 0, true)))));

    assertThat(notNow()).contains("as many campaigns as may be are known");
  }
}
