package amanah.campaign.application;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Asks many questions, a bounded number of them at a time. */
final class Waves {

  private static final int ASKED_MAX = 100;

  private Waves() {}

  /** Done when each of them is. */
  static <T> CompletionStage<?> askAll(
      List<T> items, Function<? super T, ? extends CompletionStage<?>> question) {
    CompletionStage<?> asked = CompletableFuture.completedFuture(items);
    for (int start = 0; start < items.size(); start += ASKED_MAX) {
      List<T> wave = items.subList(start, Math.min(start + ASKED_MAX, items.size()));
      asked = asked.thenCompose(before -> ask(wave, question));
    }
    return asked;
  }

  private static <T> CompletionStage<?> ask(
      List<T> wave, Function<? super T, ? extends CompletionStage<?>> question) {
    return CompletableFuture.allOf(
        wave.stream()
            .map(item -> question.apply(item).toCompletableFuture())
            .toArray(CompletableFuture<?>[]::new));
  }
}
