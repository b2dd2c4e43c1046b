package amanah.campaign.zakat;

import static amanah.campaign.zakat.ReporterBench.says;
import static amanah.campaign.zakat.ZakatStory.WELL;
import static amanah.campaign.zakat.ZakatStory.assessed;
import static amanah.campaign.zakat.ZakatStory.manyAssessed;
import static amanah.campaign.zakat.ZakatStory.recorded;
import static amanah.campaign.zakat.ZakatStory.refunded;
import static amanah.campaign.zakat.ZakatStory.sadaqah;
import static amanah.campaign.zakat.ZakatStory.usd;
import static amanah.campaign.zakat.ZakatStory.viewed;
import static amanah.campaign.zakat.ZakatStory.zakat;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.HandScheduler;
import amanah.id.AssessmentId;
import amanah.id.DonationId;
import amanah.id.RefundId;
import amanah.protocol.zakat.AssessedZakat;
import amanah.protocol.zakat.ZakatReporting;
import amanah.testing.ActorTestKitExtension;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The reporter runs on the test's own thread, its timers by the test's hand. */
final class ZakatReporterTest {

  @RegisterExtension
  static final ActorTestKitExtension ACTORS = new ActorTestKitExtension(HandScheduler.config());

  private final ReporterBench bench = new ReporterBench(ACTORS.kit());
  private final FakeCalculator calculator = bench.calculator;

  @AfterEach
  void nothing_is_left_behind() {
    bench.stop();
  }

  @Nested
  final class A_campaign_that_starts {

    @Test
    void asks_where_the_calculator_is() {
      bench.journalOnly(viewed(), recorded(zakat("d", 100)));

      bench.show();

      assertThat(calculator.received())
          .isInstanceOfSatisfying(
              ZakatReporting.AskPosition.class,
              ask -> assertThat(ask.campaignId()).isEqualTo(WELL));
    }

    @Test
    void reports_what_the_journal_has_after_that() {
      bench.journalOnly(viewed(), recorded(zakat("d", 100)), recorded(zakat("e", 30)), viewed());
      calculator.move(WELL, 2);

      bench.begin();

      assertThat(calculator.report()).satisfies(report -> says(report, 2, 4, 30, 0));
    }

    @Test
    void says_nothing_when_all_is_counted() {
      bench.journalOnly(viewed(), recorded(zakat("d", 100)));
      calculator.move(WELL, 2);

      bench.begin();

      assertThat(calculator.isIdle()).isTrue();
    }

    @Test
    void has_no_reporter_when_it_takes_no_zakat() {
      bench
          .reporter()
          .tell(new ReporterMessage.Committed(List.of(), ZakatStory.campaign(false, 1)));

      ACTORS.kit().createTestProbe().expectTerminated(bench.reporter());
      assertThat(calculator.isIdle()).isTrue();
    }
  }

  @Nested
  final class Zakat_that_is_committed {

    @Test
    void is_reported_at_once_and_without_reading_the_journal() {
      bench.journalOnly(viewed());
      bench.begin();
      int readings = bench.journal.readings();

      bench.commit(recorded(zakat("d", 100), sadaqah("s", 7), assessed("e", 30)));

      ZakatReporting.Report report = calculator.report();
      says(report, 0, 2, 130, 0);
      assertThat(report.assessed())
          .containsExactly(
              new AssessedZakat(
                  AssessmentId.of("assessment-1"),
                  DonationId.of("e"),
                  Optional.empty(),
                  usd(30),
                  ZakatStory.AT,
                  true));
      assertThat(bench.journal.readings()).isEqualTo(readings);
    }

    @Test
    void is_added_up_while_a_report_is_in_flight() {
      bench.begin();
      bench.commit(recorded(zakat("a", 1)));
      ZakatReporting first = calculator.received();
      bench.commit(recorded(zakat("b", 10)), viewed());
      bench.commit(recorded(sadaqah("s", 7)));
      bench.commit(recorded(zakat("c", 100)));
      boolean waited = calculator.isIdle();

      calculator.answer(first);

      assertThat(waited).isTrue();
      says(calculator.report(), 1, 5, 110, 0);
    }

    @Test
    void goes_in_parts_when_it_does_not_fit_into_one_report() {
      bench.begin();
      bench.commit(recorded(zakat("first", 1)));
      ZakatReporting first = calculator.received();
      for (int batch = 0; batch < 12; batch++) {
        bench.commit(manyAssessed("batch-" + batch, 100));
      }

      calculator.answer(first);
      ZakatReporting.Report second = calculator.report();
      calculator.answer(second);
      ZakatReporting.Report third = calculator.report();
      calculator.answer(third);
      calculator.answer();

      says(second, 1, 6, 500, 0);
      says(third, 6, 11, 500, 0);
      assertThat(calculator.collectedMinor()).isEqualTo(1_201);
      assertThat(calculator.position(WELL).sequence()).isEqualTo(13);
      assertThat(calculator.isIdle()).isTrue();
    }

    @Test
    void is_not_reported_where_there_is_none() {
      bench.begin();

      bench.commit(recorded(sadaqah("s", 7)));
      bench.commit(viewed());

      assertThat(calculator.isIdle()).isTrue();
    }

    @Test
    void while_the_journal_is_read_is_reported_together_with_what_was_read() {
      bench.journalOnly(recorded(zakat("missed", 100)));
      bench.journal.hold();
      bench.begin();
      bench.commit(recorded(zakat("meanwhile", 10)));
      boolean waited = calculator.isIdle();

      bench.journal.release();

      assertThat(waited).isTrue();
      says(calculator.report(), 0, 2, 110, 0);
    }
  }

  @Nested
  final class A_refund {

    @Test
    void of_zakat_is_reported_towards_the_assessment_of_its_donation() {
      bench.begin();
      bench.commit(recorded(assessed("d", 100)));
      calculator.answer();

      bench.commit(refunded("r", "d", 40));

      ZakatReporting.Report report = calculator.report();
      says(report, 1, 2, 0, 40);
      assertThat(report.assessed())
          .containsExactly(
              new AssessedZakat(
                  AssessmentId.of("assessment-1"),
                  DonationId.of("d"),
                  Optional.of(RefundId.of("r")),
                  usd(40),
                  ZakatStory.AT,
                  true));
    }

    @Test
    void is_understood_beside_its_donation_and_whatever_else_came_before_it_was_read() {
      bench.begin();
      bench.commit(recorded(zakat("in-flight", 1)));
      ZakatReporting first = calculator.received();
      bench.commit(recorded(zakat("d", 100)));
      bench.commit(refunded("r", "d", 40));
      bench.commit(recorded(zakat("e", 10)));

      calculator.answer(first);
      ZakatReporting.Report second = calculator.report();
      calculator.answer(second);
      ZakatReporting.Report third = calculator.report();

      says(second, 1, 2, 100, 0);
      says(third, 2, 4, 10, 40);
    }

    @Test
    void of_sadaqah_is_no_zakat() {
      bench.begin();
      bench.commit(recorded(sadaqah("s", 100)));

      bench.commit(refunded("r", "s", 40));

      says(calculator.report(), 0, 2, 0, 0);
    }
  }
}
