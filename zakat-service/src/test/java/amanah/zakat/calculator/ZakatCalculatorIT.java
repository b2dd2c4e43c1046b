package amanah.zakat.calculator;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import amanah.id.AssessmentId;
import amanah.id.CampaignId;
import amanah.id.DistributionId;
import amanah.id.DonationId;
import amanah.money.Money;
import amanah.protocol.WireMessage;
import amanah.protocol.zakat.AssessedZakat;
import amanah.protocol.zakat.ZakatReported;
import amanah.protocol.zakat.ZakatReporting;
import amanah.supervision.Backoff;
import amanah.testing.PostgresExtension;
import amanah.testing.WordOfMajority;
import amanah.zakat.answering.Answering;
import amanah.zakat.assessment.AssessmentMessage;
import amanah.zakat.assessment.AssessmentReply;
import amanah.zakat.assessment.Journaled;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.book.BookLimits;
import amanah.zakat.domain.fund.Asnaf;
import amanah.zakat.domain.fund.Distribution;
import amanah.zakat.domain.question.SimpleQuestion;
import amanah.zakat.domain.rule.NisabComparison;
import amanah.zakat.domain.statistics.NodeCounts;
import amanah.zakat.rules.Profiles;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The calculator's root with its tree on a real journal, one after another on the same one. */
final class ZakatCalculatorIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final int REPORTS = 300;
  private static final int WAITING_MAX = 1_000;
  private static final Currency DOLLAR = Currency.getInstance("USD");
  private static final Instant LATER = Instant.MAX;
  private static final CalculatorLimits LIMITS =
      new CalculatorLimits(
          new BookLimits(100_000, 1_000, 1_000, 1_000, 10),
          100,
          100,
          100,
          8,
          WAITING_MAX,
          500,
          Duration.ofMillis(50),
          Duration.ofMillis(50),
          new PaymentLimits(1_000, Duration.ofMillis(100), Duration.ofMillis(300)),
          new CalculatorLimits.Restart(
              Backoff.of(Duration.ofMillis(50), Duration.ofMillis(200), 0.2),
              40,
              Duration.ofMinutes(1)),
          Duration.ofSeconds(5));

  private static ActorTestKit kit;

  private TestProbe<AssessmentMessage> assessments;
  private TestProbe<CalculatorReply> caller;
  private TestProbe<ZakatReported> campaign;
  private ActorRef<WireMessage> calculator;
  private volatile boolean quorum = true;
  private final WordOfMajority word = new WordOfMajority(() -> quorum);
  private volatile Duration clockOff = Duration.ZERO;

  @BeforeAll
  static void startSystem() {
    kit = ActorTestKit.create(Journaled.in(POSTGRES.url(), POSTGRES.user(), POSTGRES.password()));
  }

  @AfterAll
  static void stopSystem() {
    kit.shutdownTestKit();
  }

  @BeforeEach
  void start() {
    assessments = kit.createTestProbe();
    caller = kit.createTestProbe();
    campaign = kit.createTestProbe();
    calculator =
        kit.spawn(
            ZakatCalculator.create(
                new CalculatorEnvironment(
                    LIMITS,
                    Answering.of(Profiles.bundled(), "aaoifi", NisabComparison.INCLUSIVE),
                    (persistenceId, snapshot) -> CompletableFuture.completedFuture(null),
                    (assessmentId, message) -> assessments.ref().tell(message),
                    () -> Instant.now().plus(clockOff),
                    new SplittableRandom(),
                    word)));
    ask(CalculatorMessage.GetFund::new);
  }

  @AfterEach
  void leave() {
    calculator.tell(new CalculatorMessage.Leave());
    caller.expectTerminated(calculator, Duration.ofSeconds(30));
  }

  private CalculatorReply ask(Function<ActorRef<CalculatorReply>, CalculatorMessage> question) {
    calculator.tell(question.apply(caller.ref()));
    return caller.receiveMessage(Duration.ofSeconds(30));
  }

  private void report(String campaignId, List<AssessedZakat> assessed) {
    calculator.tell(
        new ZakatReporting.Report(
            CampaignId.of(campaignId),
            0,
            1,
            Money.of(100, DOLLAR),
            Money.zero(DOLLAR),
            assessed,
            campaign.ref()));
  }

  private static List<AssessedZakat> gift() {
    return List.of(
        new AssessedZakat(
            AssessmentId.of("a"),
            DonationId.of("d"),
            Optional.empty(),
            Money.of(100, DOLLAR),
            Instant.EPOCH,
            true));
  }

  private static RefusalCode refused(CalculatorReply reply) {
    return ((CalculatorReply.Refused) reply).code();
  }

  private static long events(String manifest) throws SQLException {
    try (Connection connection = POSTGRES.connect();
        Statement statement = connection.createStatement();
        ResultSet count =
            statement.executeQuery(
                "SELECT count(*) FROM zakat.event_journal WHERE event_ser_manifest = '"
                    + manifest
                    + "'")) {
      count.next();
      return count.getLong(1);
    }
  }

  @Test
  void reports_that_come_while_one_is_being_written_go_together() throws SQLException {
    long before = events("zakat-reported.v1");

    IntStream.range(0, REPORTS).forEach(number -> report("many-" + number, List.of()));
    List<ZakatReported> said = campaign.receiveSeveralMessages(REPORTS);

    assertThat(said).allMatch(ZakatReported.Position.class::isInstance);
    assertThat(events("zakat-reported.v1") - before).isLessThan(REPORTS / 4);
  }

  @Test
  void all_campaigns_may_ask_at_once() {
    IntStream.range(0, WAITING_MAX)
        .forEach(
            number ->
                calculator.tell(
                    new ZakatReporting.AskPosition(
                        CampaignId.of("asks-" + number), campaign.ref())));

    assertThat(campaign.receiveSeveralMessages(WAITING_MAX))
        .allMatch(ZakatReported.Position.class::isInstance);
  }

  @Test
  void without_a_majority_nothing_is_begun_and_nothing_is_told() {
    quorum = false;
    SimpleQuestion question = new SimpleQuestion(Money.of(100, DOLLAR), Money.of(85, DOLLAR));

    assertThat(refused(ask(CalculatorMessage.GetFund::new))).isEqualTo(RefusalCode.UNAVAILABLE);
    assertThat(
            refused(
                ask(replyTo -> new CalculatorMessage.CalculateSimple(question, LATER, replyTo))))
        .isEqualTo(RefusalCode.UNAVAILABLE);
    assertThat(refused(ask(replyTo -> distribute("too-much", Long.MAX_VALUE, replyTo))))
        .isEqualTo(RefusalCode.UNAVAILABLE);
    report("unwritten", List.of());
    assertThat(campaign.receiveMessage()).isInstanceOf(ZakatReported.NotNow.class);

    quorum = true;
    report("unwritten", List.of());
    assertThat(campaign.receiveMessage())
        .isEqualTo(new ZakatReported.Position(CampaignId.of("unwritten"), 1));
  }

  @Test
  void without_a_majoritys_word_nothing_that_it_knows_is_told() {
    word.give(false);
    SimpleQuestion question = new SimpleQuestion(Money.of(100, DOLLAR), Money.of(85, DOLLAR));

    assertThat(refused(ask(CalculatorMessage.GetFund::new))).isEqualTo(RefusalCode.UNAVAILABLE);
    assertThat(
            refused(
                ask(replyTo -> new CalculatorMessage.CalculateSimple(question, LATER, replyTo))))
        .isEqualTo(RefusalCode.UNAVAILABLE);
    assertThat(refused(ask(replyTo -> distribute("too-much", Long.MAX_VALUE, replyTo))))
        .isEqualTo(RefusalCode.TIMEOUT);
  }

  private static CalculatorMessage distribute(
      String id, long cents, ActorRef<CalculatorReply> replyTo) {
    return new CalculatorMessage.Distribute(
        new Distribution(
            DistributionId.of(id),
            Asnaf.RIQAB,
            Money.of(cents, DOLLAR),
            Optional.empty(),
            Optional.empty()),
        LATER,
        replyTo);
  }

  @Test
  void a_report_is_counted_only_when_its_gifts_are_acknowledged() {
    report("assessed", gift());
    AssessmentMessage.Count told = assessments.expectMessageClass(AssessmentMessage.Count.class);
    campaign.expectNoMessage(Duration.ofMillis(50));

    told.replyTo().tell(new AssessmentReply.Counted(told.campaignId(), told.zakat()));

    assertThat(campaign.receiveMessage())
        .isEqualTo(new ZakatReported.Position(CampaignId.of("assessed"), 1));
  }

  @Test
  void a_report_whose_assessments_are_silent_has_to_come_again() {
    report("silent", gift());

    assertThat(campaign.receiveMessage(Duration.ofSeconds(30)))
        .isInstanceOf(ZakatReported.NotNow.class);
  }

  /** Else nothing would be counted until the clock says again what it said then. */
  @Test
  void a_clock_that_was_an_hour_ahead_holds_up_no_report() {
    clockOff = Duration.ofHours(1);
    report("ahead", List.of());
    campaign.receiveMessage(Duration.ofSeconds(30));
    clockOff = Duration.ZERO;

    report("right-again", List.of());
    assertThat(campaign.receiveMessage(Duration.ofSeconds(30)))
        .isEqualTo(new ZakatReported.Position(CampaignId.of("right-again"), 1));
  }

  @Test
  void a_report_that_is_repeated_while_it_is_under_way_is_answered_once() {
    report("repeated", gift());
    TestProbe<ZakatReported> again = kit.createTestProbe();
    calculator.tell(
        new ZakatReporting.Report(
            CampaignId.of("repeated"),
            0,
            1,
            Money.of(100, DOLLAR),
            Money.zero(DOLLAR),
            gift(),
            again.ref()));
    AssessmentMessage.Count told = assessments.expectMessageClass(AssessmentMessage.Count.class);

    told.replyTo().tell(new AssessmentReply.Counted(told.campaignId(), told.zakat()));

    assertThat(again.receiveMessage())
        .isEqualTo(new ZakatReported.Position(CampaignId.of("repeated"), 1));
    campaign.expectNoMessage(Duration.ofMillis(50));
  }

  @Test
  void a_calculation_that_comes_too_late_is_not_begun() {
    SimpleQuestion question = new SimpleQuestion(Money.of(100, DOLLAR), Money.of(85, DOLLAR));

    calculator.tell(new CalculatorMessage.CalculateSimple(question, Instant.EPOCH, caller.ref()));

    assertThat(ask(CalculatorMessage.GetFund::new)).isInstanceOf(CalculatorReply.Funded.class);
  }

  @Test
  void a_tally_is_seen_at_once_and_acknowledged_when_it_is_written() {
    ask(replyTo -> new CalculatorMessage.Reset("before", LATER, replyTo));
    long epoch =
        ((CalculatorReply.Begun)
                ask(replyTo -> new CalculatorMessage.Reset("before", LATER, replyTo)))
            .epoch();
    TestProbe<CalculatorNotice> desk = kit.createTestProbe();
    NodeCounts tally = new NodeCounts("desk", epoch, 1, 2, List.of());

    calculator.tell(new CalculatorMessage.CountTally(tally, false, false, desk.ref()));
    CalculatorReply seen =
        ask(
            replyTo ->
                new CalculatorMessage.GetStatistics(NodeCounts.empty("other", epoch), replyTo));

    assertThat(((CalculatorReply.Counted) seen).statistics().totalCalculations()).isEqualTo(3);
    assertThat(desk.receiveMessage()).isEqualTo(new CalculatorNotice.TallyKept("desk", epoch, 3));
  }

  @Test
  void an_unknown_desk_that_believes_to_be_known_is_told_that_it_is_forgotten() {
    TestProbe<CalculatorNotice> desk = kit.createTestProbe();
    long epoch =
        ((CalculatorReply.Begun)
                ask(replyTo -> new CalculatorMessage.Reset("anew", LATER, replyTo)))
            .epoch();

    calculator.tell(
        new CalculatorMessage.CountTally(
            new NodeCounts("stranger", epoch, 1, 0, List.of()), true, false, desk.ref()));

    assertThat(desk.receiveMessage()).isEqualTo(new CalculatorNotice.DeskForgotten("stranger"));
  }

  @Test
  void who_moves_finishes_what_it_began() {
    report("leaves", List.of());
    calculator.tell(new CalculatorMessage.Leave());

    assertThat(campaign.receiveMessage())
        .isEqualTo(new ZakatReported.Position(CampaignId.of("leaves"), 1));
  }
}
