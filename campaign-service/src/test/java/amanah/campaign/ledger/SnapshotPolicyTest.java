package amanah.campaign.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotPolicyTest {

  private static final int CAMPAIGN = 1_000_000;
  private static final long REPLAY_MAX = CAMPAIGN / 4 + 1_000;

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 100})
  void all_snapshots_of_a_growing_campaign_cost_a_small_multiple_of_the_last(int batch) {
    SnapshotPolicy policy = new SnapshotPolicy();
    long kept = 0;
    long replayed = 0;

    for (long donations = batch; donations <= CAMPAIGN; donations += batch) {
      policy.journaled(batch);
      replayed += batch;
      if (policy.isDue(donations)) {
        policy.taken();
        kept += donations;
        replayed = 0;
      }
      assertThat(replayed).isLessThanOrEqualTo(REPLAY_MAX);
    }

    assertThat(kept).isGreaterThan(CAMPAIGN / 2).isLessThan(60L * CAMPAIGN);
  }

  @Test
  void a_small_campaign_is_not_worth_a_snapshot() {
    SnapshotPolicy policy = new SnapshotPolicy();

    for (int donations = 1; donations <= 1_000; donations++) {
      policy.journaled(1);
      assertThat(policy.isDue(donations)).isFalse();
    }
  }

  @Test
  void a_snapshot_that_failed_is_tried_again_soon() {
    SnapshotPolicy policy = new SnapshotPolicy();
    policy.taken();
    policy.failed(CAMPAIGN);

    int events = 0;
    while (!policy.isDue(CAMPAIGN)) {
      policy.journaled(100);
      events++;
    }

    assertThat(events).isLessThan(200);
  }
}
