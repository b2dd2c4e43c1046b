package amanah.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowsApartTest {

  private static final int ENTITIES = 20;
  private final SQLException taken = new SQLException("taken", "23505");
  private final SQLException cut = new SQLException("the connection broke", "08006");

  private final ScriptedJournal journal = new ScriptedJournal();

  /** A journal that answers each write when it is told to. */
  private static final class ScriptedJournal {

    private final List<String> tried = new ArrayList<>();
    private final Queue<Write> open = new ArrayDeque<>();

    private record Write(String rows, CompletableFuture<Void> answer) {}

    CompletionStage<Void> write(String rows) {
      Write write = new Write(rows, new CompletableFuture<>());
      tried.add(rows);
      open.add(write);
      return write.answer();
    }

    void answerAll(Map<String, SQLException> failures) {
      for (Write write = open.poll(); write != null; write = open.poll()) {
        SQLException failure = failures.get(write.rows());
        if (failure == null) {
          write.answer().complete(null);
        } else {
          write.answer().completeExceptionally(failure);
        }
      }
    }
  }

  private CompletableFuture<Map<String, Throwable>> write() {
    Map<String, String> rows = new LinkedHashMap<>();
    IntStream.range(0, ENTITIES).forEach(n -> rows.put("entity|" + n, "rows-" + n));
    return RowsApart.write(rows, journal::write).toCompletableFuture();
  }

  @Test
  void only_a_few_are_written_at_a_time() {
    CompletableFuture<Map<String, Throwable>> failures = write();

    assertThat(journal.tried).hasSize(RowsApart.LANES);
    assertThat(failures).isNotDone();
  }

  @Test
  void each_entity_is_tried_once_and_only_the_guilty_fail() {
    CompletableFuture<Map<String, Throwable>> failures = write();

    journal.answerAll(Map.of("rows-3", taken, "rows-17", taken));

    assertThat(journal.tried).hasSize(ENTITIES).doesNotHaveDuplicates();
    assertThat(failures).isCompletedWithValue(Map.of("entity|3", taken, "entity|17", taken));
  }

  @Test
  void a_broken_connection_ends_it_and_the_rest_fails_untried() {
    CompletableFuture<Map<String, Throwable>> failures = write();

    journal.answerAll(Map.of("rows-5", cut));

    assertThat(journal.tried).hasSizeLessThan(5 + 2 * RowsApart.LANES);
    assertThat(failures.join())
        .hasSize(ENTITIES - journal.tried.size() + 1)
        .containsEntry("entity|5", cut)
        .containsEntry("entity|19", cut)
        .doesNotContainKey("entity|0");
  }
}
