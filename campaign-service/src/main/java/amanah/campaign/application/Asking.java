package amanah.campaign.application;

import akka.actor.typed.ActorRef;
import amanah.campaign.entity.CampaignMessage;
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

  private final Questions questions;
  private final Duration total;
  private final Duration again;
  private final InstantSource clock;

  /** Puts one question once. */
  interface Questions {
    /** The campaign's answer, or a {@link TimeoutException} after {@code patience}. */
    <T> CompletionStage<T> put(
        CampaignId campaignId, Function<ActorRef<T>, CampaignMessage> question, Duration patience);
  }

  /**
   * Asks for answers.
   *
   * @param total how long there is for an answer
   * @param again after how long without one the question is put again, for the first time; later
   *     after twice as long each time
   * @param clock the one that campaigns have
   */
  Asking(Questions questions, Duration total, Duration again, InstantSource clock) {
    this.questions = questions;
    this.total = total;
    this.again = again;
    this.clock = clock;
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
    CompletableFuture<T> answer = new CompletableFuture<>();
    Instant until = clock.instant().plus(total);
    Function<ActorRef<T>, CampaignMessage> question = replyTo -> message.apply(until, replyTo);
    put(new Question<>(campaignId, question, forLater, answer), total, again, true);
    return answer;
  }

  private record Question<T>(
      CampaignId campaignId,
      Function<ActorRef<T>, CampaignMessage> message,
      Predicate<T> forLater,
      CompletableFuture<T> answer) {}

  private <T> void put(Question<T> question, Duration left, Duration most, boolean first) {
    Duration patience = left.compareTo(most) < 0 ? left : most;
    // Akka's stages continue on another thread unless they are told where: here, at once.
    var unused =
        questions
            .put(question.campaignId(), question.message(), patience)
            .handleAsync(
                (reply, failure) -> {
                  if (reply != null) {
                    heard(question, first, reply);
                  } else {
                    unheard(question, left.minus(patience), most.multipliedBy(2), failure);
                  }
                  return reply;
                },
                Runnable::run);
  }

  private static <T> void heard(Question<T> question, boolean first, T reply) {
    if (first || !question.forLater().test(reply)) {
      question.answer().complete(reply);
    } else {
      question.answer().completeExceptionally(new TimeoutException("the campaign has no time"));
    }
  }

  private <T> void unheard(
      Question<T> question, Duration left, Duration most, @Nullable Throwable failure) {
    if (isTimeout(failure) && left.isPositive()) {
      put(question, left, most, false);
    } else {
      question.answer().completeExceptionally(failure);
    }
  }

  private static boolean isTimeout(@Nullable Throwable failure) {
    return failure instanceof TimeoutException
        || (failure instanceof CompletionException && isTimeout(failure.getCause()));
  }
}
