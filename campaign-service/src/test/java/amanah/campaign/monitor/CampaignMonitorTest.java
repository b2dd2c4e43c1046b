package amanah.campaign.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.LoggingTestKit;
import akka.actor.testkit.typed.javadsl.ManualTime;
import akka.actor.typed.ActorRef;
import akka.actor.typed.DispatcherSelector;
import amanah.campaign.domain.Answer;
import amanah.campaign.domain.CampaignCommand;
import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignStatus;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.Donations;
import amanah.campaign.domain.Summaries;
import amanah.campaign.ledger.FakeLedger;
import amanah.campaign.ledger.LedgerMessage;
import amanah.money.Money;
import amanah.testing.ActorTestKitExtension;
import amanah.testing.HandClock;
import amanah.time.Moment;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** The monitor runs on the test's own thread, its timers and its clock by the test's hand. */
final class CampaignMonitorTest {

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration VIEWS = Duration.ofSeconds(5);
  private static final Duration END_CHECK_MAX = Duration.ofMinutes(1);

  @RegisterExtension
  static final ActorTestKitExtension ACTORS = new ActorTestKitExtension(ManualTime.config());

  private final ManualTime time = ManualTime.get(ACTORS.kit().system());
  private final HandClock clock = new HandClock(START);
  private boolean trusted = true;
  private final FakeLedger ledger = new FakeLedger();
  private final ActorRef<MonitorMessage> monitor =
      ACTORS
          .kit()
          .spawn(
              CampaignMonitor.create(
                  ledger.ref(),
                  new MonitorIntervals(VIEWS, END_CHECK_MAX),
                  () -> new Moment(clock.instant(), trusted)),
              DispatcherSelector.fromConfig("akka.test.calling-thread-dispatcher"));

  @AfterEach
  void no_timer_is_left_behind() {
    ACTORS.kit().stop(monitor);
  }

  @Nested
  final class Views {

    @Test
    void that_come_one_after_another_are_journaled_together_after_the_interval() {
      views(3);
      pass(VIEWS.minusMillis(1));
      boolean waited = ledger.isIdle();
      views(1);

      pass(Duration.ofMillis(1));

      assertThat(waited).isTrue();
      assertThat(ledger.received().command()).isEqualTo(new CampaignCommand.RecordViews(4));
    }

    @Test
    void that_come_while_a_write_is_in_flight_are_journaled_next() {
      views(2);
      pass(VIEWS);
      LedgerMessage.Execute first = ledger.received();
      views(5);
      pass(VIEWS.multipliedBy(10));
      boolean waited = ledger.isIdle();

      accept(first);
      pass(VIEWS);

      assertThat(waited).isTrue();
      assertThat(ledger.received().command()).isEqualTo(new CampaignCommand.RecordViews(5));
    }

    @Test
    void that_nobody_had_are_not_journaled() {
      views(1);
      pass(VIEWS);
      accept(ledger.received());

      pass(VIEWS.multipliedBy(10));

      assertThat(ledger.isIdle()).isTrue();
    }

    @Test
    void are_never_lost_or_counted_twice_however_long_writes_take() {
      long journaled = 0;
      for (int round = 1; round <= 8; round++) {
        views(round);
        pass(VIEWS);
        LedgerMessage.Execute write = ledger.received();
        views(round % 7);
        journaled += ((CampaignCommand.RecordViews) write.command()).count();
        accept(write);
      }
      pass(VIEWS);
      if (!ledger.isIdle()) {
        journaled += ((CampaignCommand.RecordViews) ledger.received().command()).count();
      }

      long came = 0;
      for (int round = 1; round <= 8; round++) {
        came += round + round % 7;
      }
      assertThat(journaled).isEqualTo(came);
    }

    private void views(int count) {
      for (int each = 0; each < count; each++) {
        monitor.tell(new MonitorMessage.Viewed());
      }
    }
  }

  @Nested
  final class The_end {

    private static final Instant END = START.plusSeconds(90);

    @Test
    void is_asked_for_when_the_clock_is_there_and_never_early() {
      observe(CampaignStatus.ACTIVE, END);
      pass(Duration.ofSeconds(89));
      boolean waited = ledger.isIdle();

      pass(Duration.ofSeconds(1));

      assertThat(waited).isTrue();
      assertThat(ledger.received().command()).isEqualTo(new CampaignCommand.DoWhatIsDue());
    }

    @Test
    void that_has_passed_is_asked_for_at_once() {
      observe(CampaignStatus.PAUSED, START.minusSeconds(1));

      assertThat(ledger.received().command()).isEqualTo(new CampaignCommand.DoWhatIsDue());
    }

    @Test
    void is_not_asked_for_by_a_timer_alone_when_the_clock_was_set_back() {
      observe(CampaignStatus.ACTIVE, END);
      clock.pass(Duration.ofHours(-1));

      time.timePasses(Duration.ofMinutes(30));

      assertThat(ledger.isIdle()).isTrue();
    }

    @Test
    void is_noticed_soon_when_the_clock_was_set_forward() {
      observe(CampaignStatus.ACTIVE, START.plus(Duration.ofDays(300)));
      clock.pass(Duration.ofDays(301));

      time.timePasses(END_CHECK_MAX);

      assertThat(ledger.received().command()).isEqualTo(new CampaignCommand.DoWhatIsDue());
    }

    @Test
    void is_not_asked_for_before_the_clock_is_trusted() {
      trusted = false;
      observe(CampaignStatus.ACTIVE, END);
      pass(Duration.ofMinutes(10));
      boolean waited = ledger.isIdle();
      trusted = true;

      pass(END_CHECK_MAX);

      assertThat(waited).isTrue();
      assertThat(ledger.received().command()).isEqualTo(new CampaignCommand.DoWhatIsDue());
    }

    @Test
    void is_asked_for_again_only_after_an_answer() {
      observe(CampaignStatus.ACTIVE, START);
      LedgerMessage.Execute first = ledger.received();
      pass(END_CHECK_MAX.multipliedBy(3));
      boolean waited = ledger.isIdle();

      accept(first);
      pass(END_CHECK_MAX);

      assertThat(waited).isTrue();
      assertThat(ledger.received().command()).isEqualTo(new CampaignCommand.DoWhatIsDue());
    }

    @Test
    void that_came_while_another_was_asked_for_is_asked_for_after_the_answer() {
      observe(CampaignStatus.ACTIVE, START);
      LedgerMessage.Execute first = ledger.received();
      observe(CampaignStatus.ACTIVE, START.minusSeconds(1));
      boolean waited = ledger.isIdle();

      accept(first);

      assertThat(waited).isTrue();
      assertThat(ledger.received().command()).isEqualTo(new CampaignCommand.DoWhatIsDue());
    }

    @Test
    void that_was_moved_is_watched_in_its_new_place() {
      observe(CampaignStatus.ACTIVE, END);
      observe(CampaignStatus.ACTIVE, END.plusSeconds(20));
      pass(Duration.ofSeconds(109));
      boolean waited = ledger.isIdle();

      pass(Duration.ofSeconds(1));

      assertThat(waited).isTrue();
      assertThat(ledger.received().command()).isEqualTo(new CampaignCommand.DoWhatIsDue());
    }

    @Test
    void is_watched_however_often_the_campaign_is_observed() {
      for (int part = 0; part < 9; part++) {
        observe(CampaignStatus.ACTIVE, END);
        pass(Duration.ofSeconds(10));
      }

      assertThat(ledger.received().command()).isEqualTo(new CampaignCommand.DoWhatIsDue());
    }

    @ParameterizedTest
    @EnumSource(
        value = CampaignStatus.class,
        names = {"DRAFT", "COMPLETED", "CANCELLED"})
    void is_no_longer_watched_where_it_changes_nothing(CampaignStatus status) {
      observe(CampaignStatus.ACTIVE, END);

      observe(status, END);
      pass(Duration.ofHours(1));

      assertThat(ledger.isIdle()).isTrue();
    }

    @Test
    void that_nobody_has_set_is_never_asked_for() {
      monitor.tell(new MonitorMessage.Observed(List.of(), Summaries.active()));

      pass(Duration.ofDays(1));

      assertThat(ledger.isIdle()).isTrue();
    }

    private void observe(CampaignStatus status, Instant endsAt) {
      CampaignSummary open = Summaries.of(status, START.plus(Duration.ofDays(1)));
      monitor.tell(new MonitorMessage.Observed(List.of(), Summaries.ending(endsAt, open)));
    }
  }

  @Nested
  final class A_milestone {

    private final Logger logger = (Logger) LoggerFactory.getLogger(CampaignMonitor.class);

    @BeforeEach
    void announcements_are_logged() {
      logger.setLevel(Level.INFO);
      logger.setAdditive(false);
    }

    @AfterEach
    void logs_are_as_before() {
      logger.setLevel(null);
      logger.setAdditive(true);
    }

    @Test
    void is_announced_once_for_its_event() {
      CampaignEvent reached =
          new CampaignEvent.MilestoneReached(25, Money.of(250, Donations.USD), START);
      CampaignEvent viewed = new CampaignEvent.ViewsCounted(1, START);

      LoggingTestKit.info("campaign wells has reached 25 % of its goal 10.00 USD: 2.50 USD")
          .withLoggerName(CampaignMonitor.class.getName())
          .withOccurrences(1)
          .expect(
              ACTORS.kit().system(),
              () -> {
                observe(List.of(viewed, reached));
                observe(List.of(viewed));
                observe(List.of());
                return reached;
              });
    }

    private void observe(List<CampaignEvent> events) {
      monitor.tell(new MonitorMessage.Observed(events, Summaries.active()));
    }
  }

  private void pass(Duration duration) {
    clock.pass(duration);
    time.timePasses(duration);
  }

  private static void accept(LedgerMessage.Execute command) {
    FakeLedger.answer(command, new Answer.Accepted(false), Optional.empty());
  }
}
