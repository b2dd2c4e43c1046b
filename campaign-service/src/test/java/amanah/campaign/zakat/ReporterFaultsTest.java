package amanah.campaign.zakat;

import static amanah.campaign.zakat.ReporterBench.says;
import static amanah.campaign.zakat.ZakatStory.WELL;
import static amanah.campaign.zakat.ZakatStory.assessed;
import static amanah.campaign.zakat.ZakatStory.recorded;
import static amanah.campaign.zakat.ZakatStory.viewed;
import static amanah.campaign.zakat.ZakatStory.zakat;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.HandScheduler;
import amanah.protocol.zakat.ZakatReported;
import amanah.protocol.zakat.ZakatReporting;
import amanah.testing.ActorTestKitExtension;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The reporter runs on the test's own thread, its timers by the test's hand. */
final class ReporterFaultsTest {

  @RegisterExtension
  static final ActorTestKitExtension ACTORS = new ActorTestKitExtension(HandScheduler.config());

  private final ReporterBench bench = new ReporterBench(ACTORS.kit());
  private final FakeCalculator calculator = bench.calculator;

  @AfterEach
  void nothing_is_left_behind() {
    bench.stop();
  }

  @Nested
  final class A_report {

    @Test
    void that_is_lost_is_said_again() {
      bench.begin();
      bench.commit(recorded(zakat("d", 100)));
      ZakatReporting.Report lost = calculator.report();

      bench.passUntilAskedAgain();

      says(calculator.report(), lost.after(), lost.upTo(), 100, 0);
    }

    @Test
    void whose_acknowledgement_is_lost_counts_once() {
      bench.begin();
      bench.commit(recorded(zakat("d", 100)));
      ZakatReported lost = calculator.counted(calculator.received());
      bench.commit(recorded(zakat("e", 10)));

      bench.passUntilAskedAgain();
      calculator.answer();
      calculator.answer();

      assertThat(lost).isEqualTo(new ZakatReported.Position(WELL, 1));
      assertThat(calculator.collectedMinor()).isEqualTo(110);
      assertThat(calculator.isIdle()).isTrue();
    }

    @Test
    void that_arrives_twice_counts_once() {
      bench.begin();
      bench.commit(recorded(zakat("d", 100)));
      ZakatReporting report = calculator.received();

      calculator.answer(report);
      calculator.answer(report);

      assertThat(calculator.collectedMinor()).isEqualTo(100);
    }

    @Test
    void is_said_again_a_while_after_the_calculator_has_no_time() {
      bench.begin();
      bench.commit(recorded(zakat("d", 100)));
      FakeCalculator.replyTo(calculator.received()).tell(new ZakatReported.NotNow("moving"));
      boolean waited = calculator.isIdle();

      bench.pass(ReporterBench.RETRY_MIN);

      assertThat(waited).isTrue();
      says(calculator.report(), 0, 1, 100, 0);
    }

    @Test
    void that_begins_where_the_calculator_is_not_is_followed_by_one_that_does() {
      bench.begin();
      bench.commit(recorded(zakat("a", 1)));
      calculator.answer();
      bench.commit(recorded(zakat("b", 10)));
      calculator.move(WELL, 0);

      calculator.answer();

      says(calculator.report(), 0, 2, 11, 0);
    }
  }

  @Nested
  final class A_calculator {

    @Test
    void that_is_away_is_asked_less_and_less_often_and_gets_all_when_it_is_back() {
      bench.show();
      for (int commit = 0; commit < 2_000; commit++) {
        bench.commit(recorded(assessed("d-" + commit, 1)));
      }
      bench.pass(Duration.ofMinutes(10));
      List<ZakatReporting> asked = calculator.allReceived();

      bench.pass(ReporterBench.PATIENCE);
      while (!calculator.isIdle()) {
        calculator.allReceived().forEach(calculator::answer);
      }

      assertThat(asked).hasSizeBetween(10, 40);
      assertThat(calculator.collectedMinor()).isEqualTo(2_000);
    }

    @Test
    void that_knows_more_than_the_campaign_is_believed() {
      bench.journalOnly(recorded(zakat("a", 1)));
      calculator.move(WELL, 3);
      bench.begin();

      bench.commit(recorded(zakat("b", 10)));
      bench.commit(viewed());
      boolean silent = calculator.isIdle();
      bench.commit(recorded(zakat("c", 100)));

      assertThat(silent).isTrue();
      says(calculator.report(), 3, 4, 100, 0);
    }
  }

  @Nested
  final class A_reporter {

    @Test
    void that_starts_anew_in_the_middle_counts_nothing_twice_and_forgets_nothing() {
      bench.begin();
      bench.commit(recorded(zakat("a", 1)));
      calculator.counted(calculator.received());
      bench.commit(recorded(zakat("b", 10)));

      bench.startAnew();
      calculator.answer();
      calculator.answer();

      assertThat(calculator.collectedMinor()).isEqualTo(11);
      assertThat(calculator.position(WELL).sequence()).isEqualTo(2);
    }

    @Test
    void reads_again_when_the_journal_was_away() {
      bench.journalOnly(recorded(zakat("a", 1)));
      bench.journal.failing(true);
      bench.begin();
      bench.journal.failing(false);
      boolean waited = calculator.isIdle();

      bench.pass(ReporterBench.RETRY_MIN);

      assertThat(waited).isTrue();
      says(calculator.report(), 0, 1, 1, 0);
    }

    @Test
    void reads_what_it_was_never_told() {
      bench.begin();
      bench.journalOnly(recorded(zakat("unheard", 100)));

      bench.commit(recorded(zakat("heard", 10)));

      says(calculator.report(), 0, 2, 110, 0);
    }

    @Test
    void that_is_told_to_look_asks_where_the_calculator_is() {
      bench.begin();
      bench.commit(recorded(zakat("a", 1)));
      calculator.answer();
      calculator.move(WELL, 0);

      bench.look();
      calculator.answer();

      says(calculator.report(), 0, 1, 1, 0);
    }

    @Test
    void that_is_told_to_look_while_it_waits_waits_no_longer() {
      bench.begin();
      bench.commit(recorded(zakat("a", 1)));
      FakeCalculator.replyTo(calculator.received()).tell(new ZakatReported.NotNow("moving"));

      bench.look();

      says(calculator.report(), 0, 1, 1, 0);
    }

    @Test
    void that_is_told_to_look_while_it_reports_is_not_disturbed() {
      bench.begin();
      bench.commit(recorded(zakat("a", 1)));
      ZakatReporting report = calculator.received();

      bench.look();

      assertThat(calculator.isIdle()).isTrue();
      calculator.answer(report);
      assertThat(calculator.collectedMinor()).isEqualTo(1);
    }
  }
}
