package amanah.campaign.application;

import akka.actor.typed.ActorRef;
import amanah.campaign.entity.CampaignMessage;
import amanah.campaign.entity.CampaignSharding;
import amanah.id.CampaignId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Puts a question to a campaign, and puts it again when nobody answered for a while: what is sent
 * to a shard while it moves, or to a node that dies, may be lost. Asking twice is safe, because
 * every change is named by its id and is answered the same when it comes again; only views, which
 * are counted as well as may be, can count twice.
 */
final class Asking {

  private final CampaignSharding sharding;
  private final Duration total;
  private final Duration again;
  private final InstantSource clock;
  private final Instant end;

  /**
   * Asks for answers.
   *
   * @param total how long there is for an answer
   * @param again after how long without one the question is put again
   * @param clock the one that campaigns have
   */
  Asking(CampaignSharding sharding, Duration total, Duration again, InstantSource clock) {
    this(sharding, total, again, clock, Instant.MAX);
  }

  private Asking(
      CampaignSharding sharding, Duration total, Duration again, InstantSource clock, Instant end) {
    this.sharding = sharding;
    this.total = total;
    this.again = again;
    this.clock = clock;
    this.end = end;
  }

  /** The same for a caller who goes away after so long, however much he has asked until then. */
  Asking within(Duration patience) {
    return new Asking(sharding, total, again, clock, clock.instant().plus(patience));
  }

  /**
   * The campaign's answer, or a {@link TimeoutException}.
   *
   * <p>Once a question was put twice, a campaign that has no time for it does not say what became
   * of the first: such an answer is none, and the outcome unknown.
   *
   * @param message the question, with the time at which it is given up and whom to answer
   * @param forLater whether an answer says that the campaign had no time
   */
  <T> CompletionStage<T> ask(
      CampaignId campaignId,
      BiFunction<Instant, ActorRef<T>, CampaignMessage> message,
      Predicate<T> forLater) {
    Instant now = clock.instant();
    Instant late = now.plus(total);
    Instant until = end.isBefore(late) ? end : late;
    if (!until.isAfter(now)) {
      return CompletableFuture.failedFuture(new TimeoutException("the caller has gone"));
    }
    CompletableFuture<T> answer = new CompletableFuture<>();
    Function<ActorRef<T>, CampaignMessage> question = replyTo -> message.apply(until, replyTo);
    put(new Question<>(campaignId, question, forLater, answer), Duration.between(now, until), true);
    return answer;
  }

  private record Question<T>(
      CampaignId campaignId,
      Function<ActorRef<T>, CampaignMessage> message,
      Predicate<T> forLater,
      CompletableFuture<T> answer) {}

  private <T> void put(Question<T> question, Duration left, boolean first) {
    Duration patience = left.compareTo(again) < 0 ? left : again;
    // Akka's stages continue on another thread unless they are told where: here, at once.
    var unused =
        sharding
            .campaign(question.campaignId())
            .<T>ask(question.message()::apply, patience)
            .handleAsync(
                (reply, failure) -> {
                  heard(question, left.minus(patience), first, reply, failure);
                  return reply;
                },
                Runnable::run);
  }

  private <T> void heard(
      Question<T> question,
      Duration left,
      boolean first,
      @Nullable T reply,
      @Nullable Throwable failure) {
    if (reply != null) {
      if (first || !question.forLater().test(reply)) {
        question.answer().complete(reply);
      } else {
        question.answer().completeExceptionally(new TimeoutException("the campaign has no time"));
      }
    } else if (isTimeout(failure) && left.isPositive()) {
      put(question, left, false);
    } else {
      question.answer().completeExceptionally(failure);
    }
  }

  private static boolean isTimeout(@Nullable Throwable failure) {
    return failure instanceof TimeoutException
        || (failure instanceof CompletionException && isTimeout(failure.getCause()));
  }
}
