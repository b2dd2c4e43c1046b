package amanah.zakat.assessment;

import static amanah.zakat.domain.assessment.Requests.USD;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import amanah.money.Money;
import amanah.supervision.Backoff;
import amanah.testing.DurablePostgres;
import amanah.testing.WordOfMajority;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.assessment.Assessment;
import amanah.zakat.domain.assessment.Obligation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An assessment's tree on a real journal that is slow, away and back. */
final class AssessmentRootIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int FLOOD = 4_000;
  private static final int WAITING_MAX = 1_000;

  @TempDir static Path directory;

  private static final AtomicInteger NAMES = new AtomicInteger();

  private static DurablePostgres postgres;
  private static ActorTestKit kit;

  private final Asks one = Asks.of("a-" + NAMES.incrementAndGet());
  private final AtomicBoolean quorum = new AtomicBoolean(true);
  private final WordOfMajority word = new WordOfMajority(quorum::get);
  private final AtomicInteger left = new AtomicInteger();
  private TestProbe<AssessmentReply> caller;

  @BeforeAll
  static void start() throws IOException {
    postgres = DurablePostgres.start(directory);
    kit =
        ActorTestKit.create(
            "assessments", Journaled.in(postgres.url(), postgres.user(), postgres.password()));
  }

  @BeforeEach
  void meetTheCaller() {
    caller = kit.createTestProbe();
  }

  @AfterAll
  static void stop() throws IOException {
    kit.shutdownTestKit();
    postgres.close();
  }

  @Test
  void an_id_that_nobody_used_is_not_found_and_asks_to_leave() {
    ActorRef<AssessmentMessage> root = root(Duration.ofSeconds(5));

    AssessmentReply reply = ask(root, one.get());

    assertThat(reply)
        .isEqualTo(
            new AssessmentReply.Refused(
                one.assessmentId(),
                RefusalCode.ASSESSMENT_NOT_FOUND,
                "no assessment has the id \"" + one.assessmentId() + "\""));
    caller.awaitAssert(PATIENCE, () -> assertThat(left).hasValue(1));
  }

  @Test
  void made_paid_and_refunded_it_stands_and_reads_the_same_after_its_end() {
    ActorRef<AssessmentMessage> root = root(Duration.ofSeconds(5));
    ask(root, one.gift("early", 5_000));
    AssessmentReply made = ask(root, one.make("10000"));
    AssessmentReply again = ask(root, one.make("10000"));
    AssessmentReply other = ask(root, one.make("9000"));
    ask(root, one.gift("d-1", 10_000));
    ask(root, one.gift("d-1", 10_000));
    ask(root, one.refund("d-1", 1_000));

    Assessment before = seen(ask(root, one.get()));
    kit.stop(root);
    Assessment after = seen(ask(root(Duration.ofSeconds(5)), one.get()));

    assertThat(made)
        .isInstanceOfSatisfying(
            AssessmentReply.Made.class,
            reply -> {
              assertThat(reply.replayed()).isFalse();
              assertThat(reply.assessment().paid()).isEqualTo(Money.of(5_000, USD));
            });
    assertThat(((AssessmentReply.Made) again).replayed()).isTrue();
    assertThat(((AssessmentReply.Refused) other).code())
        .isEqualTo(RefusalCode.IDEMPOTENCY_MISMATCH);
    assertThat(before.paid()).isEqualTo(Money.of(14_000, USD));
    assertThat(before.outstanding()).isEqualTo(Money.of(11_000, USD));
    assertThat(before.sequence()).isEqualTo(4);
    assertThat(after).isEqualTo(before);
  }

  @Test
  void a_flood_behind_a_slow_write_is_borne_and_everybody_is_answered() throws IOException {
    ActorRef<AssessmentMessage> root = root(Duration.ofSeconds(5));
    ask(root, one.make("10000"));

    postgres.pause();
    root.tell(one.gift("slow", 1).apply(caller.getRef()));
    for (int index = 0; index < FLOOD; index++) {
      root.tell(one.make(index % 2 == 0 ? "10000" : "9000").apply(caller.getRef()));
      root.tell(one.gift("slow", 1).apply(caller.getRef()));
      root.tell(new AssessmentMessage.Get(caller.getRef()));
    }
    postgres.resume();

    long overloaded =
        IntStream.rangeClosed(0, 3 * FLOOD)
            .mapToObj(index -> caller.receiveMessage(PATIENCE))
            .filter(
                reply ->
                    reply instanceof AssessmentReply.Refused refused
                        && refused.code() == RefusalCode.OVERLOADED)
            .count();
    assertThat(overloaded).isBetween(1L, 2L * FLOOD - WAITING_MAX + 1);
    assertThat(seen(ask(root, one.get())).paid()).isEqualTo(Money.of(1, USD));
  }

  @Test
  void what_had_begun_when_it_leaves_is_written_and_answered() throws IOException {
    ActorRef<AssessmentMessage> root = root(Duration.ofSeconds(30));
    ask(root, one.gift("early", 1));

    postgres.pause();
    root.tell(one.make("10000").apply(caller.getRef()));
    root.tell(new AssessmentMessage.Leave());
    postgres.resume();

    assertThat(caller.receiveMessage(PATIENCE)).isInstanceOf(AssessmentReply.Made.class);
    caller.expectTerminated(root, PATIENCE);
  }

  @Test
  void what_takes_too_long_to_finish_is_unknown_and_it_leaves() throws IOException {
    ActorRef<AssessmentMessage> root = root(Duration.ofMillis(200));
    ask(root, one.gift("early", 1));

    postgres.pause();
    root.tell(one.make("10000").apply(caller.getRef()));
    root.tell(new AssessmentMessage.Leave());
    AssessmentReply reply = caller.receiveMessage(PATIENCE);
    caller.expectTerminated(root, PATIENCE);
    postgres.resume();

    assertThat(((AssessmentReply.Refused) reply).code()).isEqualTo(RefusalCode.TIMEOUT);
  }

  @Test
  void a_journal_that_was_away_is_found_again_and_nothing_counts_twice() throws IOException {
    ActorRef<AssessmentMessage> root = root(Duration.ofSeconds(5));
    ask(root, one.make("10000"));

    postgres.kill();
    AssessmentReply away = ask(root, one.gift("d-1", 10_000));
    postgres.restart();
    caller.awaitAssert(
        PATIENCE,
        () ->
            assertThat(ask(root, one.gift("d-1", 10_000)))
                .isInstanceOf(AssessmentReply.Counted.class));

    assertThat(((AssessmentReply.Refused) away).code())
        .isIn(RefusalCode.TIMEOUT, RefusalCode.UNAVAILABLE);
    assertThat(seen(ask(root, one.get())).paid()).isEqualTo(Money.of(10_000, USD));
  }

  @Test
  void without_a_majority_it_begins_nothing_and_tells_nothing() {
    ActorRef<AssessmentMessage> root = root(Duration.ofSeconds(5));
    ask(root, one.make("10000"));
    quorum.set(false);

    assertThat(
            List.of(
                ask(root, one.get()),
                ask(root, one.make("10000")),
                ask(root, one.make("9000")),
                ask(root, one.gift("d-1", 1))))
        .allSatisfy(
            reply ->
                assertThat(((AssessmentReply.Refused) reply).code())
                    .isEqualTo(RefusalCode.UNAVAILABLE));

    quorum.set(true);
    assertThat(seen(ask(root, one.get())).paymentCount()).isZero();
  }

  /** What is written is told: the journal has proven that nobody else writes. */
  @Test
  void without_a_majoritys_word_only_what_it_writes_is_told() {
    word.give(false);
    ActorRef<AssessmentMessage> root = root(Duration.ofSeconds(5));

    assertThat(refusal(ask(root, one.get()))).isEqualTo(RefusalCode.UNAVAILABLE);
    assertThat(ask(root, one.make("10000"))).isInstanceOf(AssessmentReply.Made.class);
    assertThat(refusal(ask(root, one.get()))).isEqualTo(RefusalCode.UNAVAILABLE);
    assertThat(refusal(ask(root, one.make("10000")))).isEqualTo(RefusalCode.TIMEOUT);
    assertThat(refusal(ask(root, one.make("9000")))).isEqualTo(RefusalCode.TIMEOUT);
    assertThat(ask(root, one.gift("d-1", 1))).isInstanceOf(AssessmentReply.Counted.class);

    word.give(true);
    assertThat(seen(ask(root, one.get())).paymentCount()).isEqualTo(1);
  }

  private static RefusalCode refusal(AssessmentReply reply) {
    return ((AssessmentReply.Refused) reply).code();
  }

  @Test
  void the_fullest_assessment_is_read_again() {
    ActorRef<AssessmentMessage> root = root(Duration.ofSeconds(5));
    ask(root, one.make("10000"));
    for (int index = 0; index < Obligation.MOVEMENTS_MAX; index += WAITING_MAX / 2) {
      for (int each = 0; each < WAITING_MAX / 2; each++) {
        root.tell(one.gift("d-" + (index + each), 1).apply(caller.getRef()));
      }
      for (int each = 0; each < WAITING_MAX / 2; each++) {
        assertThat(caller.receiveMessage(PATIENCE)).isInstanceOf(AssessmentReply.Counted.class);
      }
    }
    ask(root, one.gift("one-more", 1));
    kit.stop(root);

    long begun = System.nanoTime();
    Assessment full = seen(ask(root(Duration.ofSeconds(5)), one.get()));
    Duration taken = Duration.ofNanos(System.nanoTime() - begun);

    assertThat(full.paymentCount()).isEqualTo(Obligation.MOVEMENTS_MAX);
    assertThat(full.paid()).isEqualTo(Money.of(Obligation.MOVEMENTS_MAX, USD));
    assertThat(full.payments()).hasSize(Assessment.SHOWN_MAX);
    assertThat(taken).isLessThan(PATIENCE);
  }

  private ActorRef<AssessmentMessage> root(Duration leaveTimeout) {
    return kit.spawn(
        AssessmentRoot.create(
            one.assessmentId(),
            new AssessmentEnvironment(
                new AssessmentLimits(
                    WAITING_MAX,
                    Backoff.of(Duration.ofMillis(50), Duration.ofMillis(500), 0.2),
                    1_000,
                    Duration.ofMinutes(1),
                    leaveTimeout),
                InstantSource.system(),
                new Random(1),
                word),
            left::incrementAndGet));
  }

  private AssessmentReply ask(
      ActorRef<AssessmentMessage> root,
      Function<ActorRef<AssessmentReply>, AssessmentMessage> message) {
    TestProbe<AssessmentReply> probe = kit.createTestProbe();
    root.tell(message.apply(probe.getRef()));
    return probe.receiveMessage(PATIENCE);
  }

  private static Assessment seen(AssessmentReply reply) {
    assertThat(reply).isInstanceOf(AssessmentReply.Seen.class);
    return ((AssessmentReply.Seen) reply).assessment();
  }
}
