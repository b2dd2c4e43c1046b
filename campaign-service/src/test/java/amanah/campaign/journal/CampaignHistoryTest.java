package amanah.campaign.journal;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.journal.JournalSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class CampaignHistoryTest {

  private static final int READING_AT_MOST = 2;

  /** Nobody listens there, so each reader is busy until its time for a connection is over. */
  private static final JournalSettings AWAY =
      new JournalSettings("jdbc:postgresql://127.0.0.1:1/amanah", "amanah", "", 8, Map.of());

  /**
   * A machine that is slow to ask gives readers time to finish some; it asks once more for each.
   */
  @Test
  void one_request_more_than_may_wait_is_refused_at_once() {
    List<CompletableFuture<?>> waiting = new ArrayList<>();
    boolean refused = false;
    try (CampaignHistory history = CampaignHistory.open(AWAY)) {
      for (int count = 0; count < CampaignHistory.WAITING_MAX + READING_AT_MOST; count++) {
        waiting.add(asked(history));
        assertThat(isRefused(waiting.getLast())).as("request %d", count).isFalse();
      }
      for (int count = 0; count < CampaignHistory.WAITING_MAX && !refused; count++) {
        refused = isRefused(asked(history));
      }
    }

    assertThat(refused).isTrue();
    assertThat(CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)))
        .as("nobody waits for ever")
        .failsWithin(Duration.ofSeconds(60));
  }

  private static CompletableFuture<?> asked(CampaignHistory history) {
    return history.events("campaign|a", List.of(1L)).toCompletableFuture();
  }

  private static boolean isRefused(CompletableFuture<?> answer) {
    return answer.isCompletedExceptionally()
        && answer.exceptionNow() instanceof RejectedExecutionException;
  }
}
