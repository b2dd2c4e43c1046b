package amanah.journal;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of a failed transaction again, those of each entity for themselves: once, a few
 * entities at a time, and not at all any more as soon as the database as a whole turns out to be in
 * trouble.
 *
 * @param <R> the rows of one entity
 */
final class RowsApart<R> {

  /** Entities that are written at the same time, of the pool's eight connections. */
  static final int LANES = 4;

  private final Function<R, CompletionStage<?>> write;
  private final Queue<Map.Entry<String, R>> waiting;
  private final Map<String, Throwable> failures = new ConcurrentHashMap<>();
  private volatile @Nullable Throwable journalFailure;

  private RowsApart(Map<String, R> rows, Function<R, CompletionStage<?>> write) {
    this.write = write;
    this.waiting = new ConcurrentLinkedQueue<>(rows.entrySet());
  }

  /**
   * Done, and never failed, when each entity has had its turn: with those that were not written (or
   * of which that is not known), and why.
   */
  static <R> CompletionStage<Map<String, Throwable>> write(
      Map<String, R> rows, Function<R, CompletionStage<?>> write) {
    RowsApart<R> apart = new RowsApart<>(rows, write);
    Stream<CompletionStage<Void>> lanes = IntStream.range(0, LANES).mapToObj(lane -> apart.next());
    return CompletableFuture.allOf(lanes.toArray(CompletableFuture<?>[]::new))
        .thenApply(written -> Map.copyOf(apart.failures));
  }

  private CompletionStage<Void> next() {
    Map.Entry<String, R> entity = waiting.poll();
    if (entity == null) {
      return CompletableFuture.completedFuture(null);
    }
    Throwable known = journalFailure;
    CompletionStage<?> written =
        known == null ? write.apply(entity.getValue()) : CompletableFuture.failedFuture(known);
    return written
        .handle((unit, failure) -> noted(entity.getKey(), failure))
        .thenCompose(noted -> next());
  }

  private @Nullable Void noted(String entity, @Nullable Throwable failure) {
    if (failure != null) {
      failures.put(entity, failure);
      if (!RowFault.causedBy(failure)) {
        journalFailure = failure;
      }
    }
    return null;
  }
}
