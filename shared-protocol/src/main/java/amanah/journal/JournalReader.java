package amanah.journal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads the journal over sessions and threads of its own, so that it neither waits for writers nor
 * makes them wait. Not many wait for it, and nobody for long.
 */
public final class JournalReader implements AutoCloseable {

  private final HikariDataSource connections;
  private final ThreadPoolExecutor readers;
  private final Duration answerMax;

  private JournalReader(HikariDataSource connections, Bounds bounds) {
    this.connections = connections;
    this.answerMax = bounds.answerMax();
    this.readers =
        JournalThreads.bounded(connections.getPoolName(), bounds.readers(), bounds.waitingMax());
  }

  /**
   * How much it takes.
   *
   * @param readers sessions, and threads that use them
   * @param waitingMax questions that wait for one; one more is refused
   * @param answerMax after how long a question is given up
   */
  public record Bounds(int readers, int waitingMax, Duration answerMax) {}

  /** A question to the database. */
  @FunctionalInterface
  public interface Question<T> {

    /** Asks it, unless its time runs out meanwhile. */
    T ask(Connection connection) throws SQLException, TimeoutException;
  }

  /** Opens it under a name; the database need not be there yet. */
  public static JournalReader open(JournalSettings journal, String name, Bounds bounds) {
    HikariConfig pool = journal.pool(name, bounds.readers());
    pool.setReadOnly(true);
    return new JournalReader(new HikariDataSource(pool), bounds);
  }

  /**
   * The answer; fails in time with {@link TimeoutException}, at once with {@link
   * RejectedExecutionException} when too many wait, and with what the question threw.
   */
  public <T> CompletionStage<T> read(Question<T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    try {
      readers.execute(() -> complete(answer, question));
    } catch (RejectedExecutionException full) {
      answer.completeExceptionally(full);
    }
    return answer.orTimeout(answerMax.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whoever has given up by then is not asked for. */
  private <T> void complete(CompletableFuture<T> answer, Question<T> question) {
    if (answer.isDone()) {
      return;
    }
    try (Connection connection = connections.getConnection()) {
      answer.complete(question.ask(connection));
    } catch (SQLException | TimeoutException | RuntimeException failure) {
      answer.completeExceptionally(failure);
    }
  }

  @Override
  public void close() {
    readers.shutdown();
    connections.close();
  }
}
