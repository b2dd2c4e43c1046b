package amanah.campaign.zakat;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.HandScheduler;
import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.Donation;
import amanah.protocol.zakat.AssessedZakat;
import amanah.protocol.zakat.ZakatReported;
import amanah.protocol.zakat.ZakatReporting;
import amanah.testing.ActorTestKitExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Whatever is lost, late or said twice, by whomever, in the end the calculator has counted what the
 * journal has. A seed that fails fails again.
 */
final class ZakatReportingPropertyTest {

  private static final int SEEDS = 300;
  private static final int STEPS_MAX = 120;

  @RegisterExtension
  static final ActorTestKitExtension ACTORS = new ActorTestKitExtension(HandScheduler.config());

  @Test
  void what_is_counted_is_what_is_journaled() {
    Tried tried = new Tried();
    for (int seed = 0; seed < SEEDS; seed++) {
      new Run(seed, tried).run();
    }

    assertThat(tried.lost).as("messages lost").isPositive();
    assertThat(tried.unheard).as("answers lost").isPositive();
    assertThat(tried.doubled).as("messages doubled").isPositive();
    assertThat(tried.late).as("messages late").isPositive();
    assertThat(tried.restarts).as("reporters started anew").isPositive();
    assertThat(tried.parts).as("full reports").isPositive();
  }

  /** What has happened in all runs; one in which nothing did proves nothing. */
  private static final class Tried {
    private int lost;
    private int unheard;
    private int doubled;
    private int late;
    private int restarts;
    private int parts;
  }

  /** One campaign, its reporters and a calculator, from one seed. */
  private static final class Run {

    private final int seed;
    private final Tried tried;
    private final SplittableRandom random;
    private final ReporterBench bench = new ReporterBench(ACTORS.kit());
    private final List<ZakatReporting> onTheWay = new ArrayList<>();
    private final List<Donation> given = new ArrayList<>();
    private final List<Long> left = new ArrayList<>();
    private int refunds;

    Run(int seed, Tried tried) {
      this.seed = seed;
      this.tried = tried;
      this.random = new SplittableRandom(seed);
    }

    void run() {
      bench.show();
      int steps = random.nextInt(10, STEPS_MAX);
      for (int step = 0; step < steps; step++) {
        step();
        receive();
      }
      calm();
      bench.stop();

      FakeCalculator calculator = bench.calculator;
      FakeJournal journal = bench.journal;
      assertThat(calculator.collectedMinor())
          .as(this::toString)
          .isEqualTo(journal.collectedMinor());
      assertThat(calculator.refundedMinor()).as(this::toString).isEqualTo(journal.refundedMinor());
      assertThat(calculator.assessed().stream().map(Run::name))
          .as(this::toString)
          .containsExactlyInAnyOrderElementsOf(journal.assessedNames());
    }

    private void step() {
      switch (random.nextInt(12)) {
        case 0, 1, 2 -> bench.commit(donations());
        case 3 -> bench.commit(donations(), ZakatStory.viewed());
        case 4 -> refund();
        case 5 -> bench.journalOnly(donations());
        case 6 -> bench.pass(Duration.ofMillis(random.nextInt(1, 5_000)));
        case 7 -> readings();
        case 8 -> restart();
        case 9 -> bench.look();
        default -> deliver();
      }
    }

    private CampaignEvent donations() {
      int count = oneIn(4) ? random.nextInt(100, 300) : random.nextInt(1, 4);
      Donation[] donations =
          IntStream.range(0, count).mapToObj(each -> donation()).toArray(Donation[]::new);
      return ZakatStory.recorded(donations);
    }

    private Donation donation() {
      String id = "d" + given.size();
      long minor = random.nextLong(2, 1_000);
      Donation donation =
          switch (random.nextInt(3)) {
            case 0 -> ZakatStory.sadaqah(id, minor);
            case 1 -> ZakatStory.zakat(id, minor);
            default -> ZakatStory.assessed(id, minor);
          };
      given.add(donation);
      left.add(minor);
      return donation;
    }

    private void refund() {
      if (given.isEmpty()) {
        return;
      }
      int donation = random.nextInt(given.size());
      if (left.get(donation) > 0) {
        long minor = random.nextLong(1, left.get(donation) + 1);
        left.set(donation, left.get(donation) - minor);
        String id = given.get(donation).donationId().value();
        bench.commit(ZakatStory.refunded("r" + refunds++, id, minor));
      }
    }

    private void readings() {
      switch (random.nextInt(3)) {
        case 0 -> bench.journal.failing(oneIn(2));
        case 1 -> bench.journal.hold();
        default -> bench.journal.release();
      }
    }

    private void restart() {
      tried.restarts++;
      bench.startAnew();
    }

    private void receive() {
      for (ZakatReporting message : bench.calculator.allReceived()) {
        if (message instanceof ZakatReporting.Report report
            && report.assessed().size() > ZakatReporting.ASSESSED_MAX / 2) {
          tried.parts++;
        }
        onTheWay.add(message);
      }
    }

    /** One of those on the way, perhaps an old one that has been said again since. */
    private void deliver() {
      if (onTheWay.isEmpty()) {
        return;
      }
      int chosen = random.nextInt(onTheWay.size());
      tried.late += chosen < onTheWay.size() - 1 ? 1 : 0;
      ZakatReporting message = oneIn(4) ? onTheWay.get(chosen) : onTheWay.remove(chosen);
      switch (random.nextInt(6)) {
        case 0 -> tried.lost++;
        case 1 -> {
          tried.unheard++;
          bench.calculator.counted(message);
        }
        case 2 -> {
          tried.doubled++;
          bench.calculator.answer(message);
          bench.calculator.answer(message);
        }
        case 3 -> FakeCalculator.replyTo(message).tell(new ZakatReported.NotNow("busy"));
        default -> bench.calculator.answer(message);
      }
    }

    /** No more faults; who was not told of the last commits is, as by the next one. */
    private void calm() {
      bench.journal.failing(false);
      bench.journal.release();
      bench.show();
      int quiet = 0;
      while (quiet < 2) {
        List<ZakatReporting> messages = bench.calculator.allReceived();
        messages.forEach(bench.calculator::answer);
        quiet = messages.isEmpty() ? quiet + 1 : 0;
        if (messages.isEmpty()) {
          bench.pass(ReporterBench.PATIENCE);
        }
      }
    }

    private static String name(AssessedZakat assessed) {
      String donation = assessed.donationId().value();
      return assessed.refundId().map(refund -> donation + " back " + refund).orElse(donation);
    }

    private boolean oneIn(int times) {
      return random.nextInt(times) == 0;
    }

    @Override
    public String toString() {
      return "seed " + seed;
    }
  }
}
