package amanah.campaign.journal;

import static org.assertj.core.api.Assertions.assertThat;

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

  @Test
  void one_request_more_than_may_wait_is_refused_at_once() {
    List<CompletableFuture<?>> waiting = new ArrayList<>();
    CompletableFuture<?> refused;
    try (CampaignHistory history = CampaignHistory.open(AWAY)) {
      for (int count = 0; count < CampaignHistory.WAITING_MAX + READING_AT_MOST; count++) {
        waiting.add(history.events("campaign|a", List.of(1L)).toCompletableFuture());
      }
      refused = history.events("campaign|a", List.of(1L)).toCompletableFuture();
    }

    assertThat(refused.exceptionNow()).isInstanceOf(RejectedExecutionException.class);
    assertThat(CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)))
        .as("nobody waits for ever")
        .failsWithin(Duration.ofSeconds(30));
  }
}
