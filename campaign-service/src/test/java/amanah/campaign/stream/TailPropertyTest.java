package amanah.campaign.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Commits, listeners that come at any place, take at any speed and leave, words that are lost,
 * reads that fail or come late, events that are seen late, nodes that stop: every listener is told
 * every event after the one it knew, in order, once.
 */
class TailPropertyTest {

  private static final long SEEDS = Long.getLong("amanah.stream.seeds", 3_000);
  private static final int STEPS = 400;

  @Test
  void every_listener_sees_every_event_once_and_in_order_whatever_happens() {
    TailRehearsal.Tally tally = new TailRehearsal.Tally();
    for (long seed = 0; seed < SEEDS; seed++) {
      try {
        new TailRehearsal(seed, tally).run(STEPS);
      } catch (AssertionError | RuntimeException wrong) {
        throw new AssertionError("seed " + seed + ": " + wrong.getMessage(), wrong);
      }
    }

    assertThat(tally.restarts).as("restarts").isPositive();
    assertThat(tally.lagged).as("listeners that lagged").isPositive();
    assertThat(tally.stalled).as("listeners that stalled").isPositive();
    assertThat(tally.pagesOfOne).as("pages that one listener read for itself").isPositive();
    assertThat(tally.seenLate).as("reads that saw too little").isPositive();
    assertThat(tally.told).as("events told").isGreaterThan(SEEDS);
  }
}
