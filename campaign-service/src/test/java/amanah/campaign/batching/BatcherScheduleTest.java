package amanah.campaign.batching;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.TestInbox;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.Donations;
import amanah.campaign.ledger.FakeLedger;
import amanah.campaign.ledger.LedgerMessage;
import amanah.testing.ActorTestKitExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BatcherScheduleTest {

  private static final int DONATIONS = 10_000;
  private static final int BATCH_MAX = 10;
  private static final int PENDING_MAX = 60;

  @RegisterExtension static final ActorTestKitExtension ACTORS = new ActorTestKitExtension();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void ten_thousand_donations_at_random_times_keep_their_order_and_are_answered_once(long seed) {
    Run run = new Run(seed);

    while (run.came < DONATIONS) {
      run.step();
    }
    run.finish();

    run.check();
  }

  /** Donations that come, and answers of the ledger that take a random while. */
  private static final class Run {

    private final Random random;
    private final BatcherBench bench =
        new BatcherBench(ACTORS.kit(), BatcherBench.limits(BATCH_MAX, PENDING_MAX));
    private final List<List<Donation>> submissions = new ArrayList<>();
    private final List<TestInbox<DonationsSettled>> answers = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private LedgerMessage.@Nullable Execute inFlight;
    private int delay;
    private int came;

    Run(long seed) {
      random = new Random(seed);
    }

    void step() {
      if (random.nextInt(4) > 0) {
        submit();
      }
      look();
      delay--;
      if (inFlight != null && delay <= 0) {
        answer(inFlight);
      }
    }

    void finish() {
      look();
      while (inFlight != null) {
        answer(inFlight);
      }
    }

    private void submit() {
      int size = 1 + (random.nextInt(5) == 0 ? random.nextInt(3 * BATCH_MAX) : random.nextInt(3));
      List<Donation> donations = Donations.donations("s" + submissions.size(), size);
      came += size;
      submissions.add(donations);
      answers.add(bench.donate(donations));
    }

    /** Takes the next batch from the ledger's door; there may be one only if none is in flight. */
    private void look() {
      if (bench.ledger.isIdle()) {
        return;
      }
      assertThat(inFlight).as("batch in flight").isNull();
      inFlight = bench.ledger.received();
      delay = random.nextInt(6);
    }

    private void answer(LedgerMessage.Execute batch) {
      assertThat(FakeLedger.ids(batch)).hasSizeBetween(1, BATCH_MAX);
      written.addAll(FakeLedger.ids(batch));
      inFlight = null;
      bench.record(batch);
      look();
    }

    void check() {
      List<String> accepted = new ArrayList<>();
      int refused = 0;
      for (int each = 0; each < submissions.size(); each++) {
        List<String> ids =
            submissions.get(each).stream().map(donation -> donation.donationId().value()).toList();
        List<String> words = BatcherBench.words(answers.get(each).receiveMessage());
        assertThat(answers.get(each).hasMessages()).isFalse();
        if (words.getFirst().endsWith("OVERLOADED")) {
          refused += ids.size();
          assertThat(words).isEqualTo(ids.stream().map(id -> id + " OVERLOADED").toList());
        } else {
          accepted.addAll(ids);
          assertThat(words).isEqualTo(ids.stream().map(id -> id + " done").toList());
        }
      }
      assertThat(written).isEqualTo(accepted);
      assertThat(refused).isBetween(DONATIONS / 100, DONATIONS * 9 / 10);
      assertThat(bench.status())
          .isEqualTo(
              new BatcherStatus(
                  BatcherStatus.Activity.IDLE,
                  0,
                  accepted.size(),
                  0,
                  0,
                  accepted.size(),
                  bench.campaign.captured(),
                  bench.clock.instant()));
    }
  }
}
