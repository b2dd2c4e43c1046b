package amanah.zakat.journal;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.journal.JournalSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

final class BookHistoryTest {

  private static final int READING_AT_MOST = 2;

  /** Nobody listens there, so each reader is busy until its time for a connection is over. */
  private static final JournalSettings AWAY =
      new JournalSettings("jdbc:postgresql://127.0.0.1:1/amanah", "amanah", "", 8, Map.of());

  /**
   * A machine that is slow to ask gives readers time to finish some; it asks once more for each.
   */
  @Test
  void one_question_more_than_may_wait_is_refused_at_once_and_nobody_waits_for_ever() {
    List<CompletableFuture<?>> waiting = new ArrayList<>();
    boolean refused = false;
    try (BookHistory history = BookHistory.open(AWAY, "book", Duration.ofSeconds(3))) {
      for (int count = 0; count < BookHistory.WAITING_MAX + READING_AT_MOST; count++) {
        waiting.add(history.fund(Instant.MAX).toCompletableFuture());
        assertThat(isRefused(waiting.getLast())).as("question %d", count).isFalse();
      }
      for (int count = 0; count < BookHistory.WAITING_MAX && !refused; count++) {
        refused = isRefused(history.fund(Instant.MAX).toCompletableFuture());
      }
    }

    assertThat(refused).isTrue();
    assertThat(CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)))
        .failsWithin(Duration.ofSeconds(60));
  }

  private static boolean isRefused(CompletableFuture<?> answer) {
    return answer.isCompletedExceptionally()
        && answer.exceptionNow() instanceof RejectedExecutionException;
  }
}
