package amanah.zakat.application;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.journal.JournalSettings;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.fund.Fund;
import amanah.zakat.journal.BookHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class FundReadingTest {

  private static final int MORE_THAN_MAY_WAIT = 2 * BookHistory.WAITING_MAX;

  /** Nobody listens there. */
  private static final JournalSettings AWAY =
      new JournalSettings("jdbc:postgresql://127.0.0.1:1/amanah", "amanah", "", 8, Map.of());

  @Test
  void too_many_questions_about_the_past_are_an_overload_and_a_journal_that_is_away_is_not() {
    List<CompletableFuture<Reply<Fund>>> answers = new ArrayList<>();
    try (BookHistory history = BookHistory.open(AWAY, "book", Duration.ofSeconds(1))) {
      FundReading past = new FundReading(history);
      for (int count = 0; count < MORE_THAN_MAY_WAIT; count++) {
        answers.add(past.fund(Instant.MAX).toCompletableFuture());
      }
    }

    assertThat(answers.stream().map(answer -> code(answer.join())))
        .contains(RefusalCode.OVERLOADED, RefusalCode.UNAVAILABLE)
        .containsOnly(RefusalCode.OVERLOADED, RefusalCode.UNAVAILABLE);
  }

  private static RefusalCode code(Reply<Fund> reply) {
    return ((Reply.Refused<Fund>) reply).code();
  }
}
