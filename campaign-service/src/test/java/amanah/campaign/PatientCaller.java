package amanah.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.application.Reply;
import amanah.campaign.domain.Refusal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Asks again with the same name until the answer is yes, as callers are told to. */
final class PatientCaller {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long PAUSE_MS = 50;

  private final AtomicInteger refused = new AtomicInteger();

  /** How often the answer was no, or unknown. */
  int refused() {
    return refused.get();
  }

  /** Done when the answer is yes; fails when it still is not after a minute. */
  <T> CompletableFuture<Void> call(Supplier<CompletionStage<Reply<T>>> question) {
    return ask(question, System.nanoTime() + PATIENCE.toNanos()).thenApply(reply -> null);
  }

  /** The first answer that is yes. */
  static <T> Reply<T> reply(Supplier<CompletionStage<Reply<T>>> question) {
    return new PatientCaller().ask(question, System.nanoTime() + PATIENCE.toNanos()).join();
  }

  /** What the first answer that is yes says. */
  static <T> T done(Supplier<CompletionStage<Reply<T>>> question) {
    return TestDonations.done(CompletableFuture.completedFuture(reply(question)));
  }

  private <T> CompletableFuture<Reply<T>> ask(
      Supplier<CompletionStage<Reply<T>>> question, long endNanos) {
    return question
        .get()
        .toCompletableFuture()
        .thenCompose(
            reply ->
                switch (reply) {
                  case Reply.Done<T> done -> CompletableFuture.completedFuture(reply);
                  case Reply.Refused<T> no -> later(question, no, endNanos);
                });
  }

  private <T> CompletableFuture<Reply<T>> later(
      Supplier<CompletionStage<Reply<T>>> question, Reply.Refused<T> no, long endNanos) {
    refused.incrementAndGet();
    assertThat(no.refusal()).isIn(Refusal.TIMEOUT, Refusal.UNAVAILABLE);
    assertThat(System.nanoTime()).as("still refused: %s", no).isLessThan(endNanos);
    return CompletableFuture.runAsync(
            () -> {}, CompletableFuture.delayedExecutor(PAUSE_MS, TimeUnit.MILLISECONDS))
        .thenCompose(paused -> ask(question, endNanos));
  }
}
