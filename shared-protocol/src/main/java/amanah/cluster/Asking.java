package amanah.cluster;

import akka.actor.typed.ActorRef;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Puts a question to an actor somewhere in the cluster, and puts it again when nobody answered for
 * a while: what is sent to a shard or a singleton while it moves, or to a node that dies, may be
 * lost. Asking twice is safe where every change is named by its id and is answered the same when it
 * comes again.
 */
public final class Asking {

  /** To whom a repeat was refused, of what is not known of the question that was put first. */
  public static final String DOUBTED =
      "refused when it was put again, while what was put first may be under way, expected a retry"
          + " with the same id";

  /** To those who had given up before what they asked for came to its turn: it is not begun. */
  public static final String LATE =
      "it came to its turn too late, expected a retry with the same id";

  private final Duration total;
  private final Duration again;
  private final InstantSource clock;
  private final Instant end;

  /** Something that can be asked once: an entity, or the way to a singleton. */
  @FunctionalInterface
  public interface Asked<M> {

    /** The answer, or a {@link TimeoutException} after so long. */
    <T> CompletionStage<T> ask(
        akka.japi.function.Function<ActorRef<T>, M> message, Duration patience);
  }

  /**
   * Asks for answers.
   *
   * @param total how long there is for an answer
   * @param again after how long without one the question is put again, and after twice as long each
   *     time from then on
   * @param clock the one that those who are asked have
   */
  public Asking(Duration total, Duration again, InstantSource clock) {
    this(total, again, clock, Instant.MAX);
  }

  private Asking(Duration total, Duration again, InstantSource clock, Instant end) {
    this.total = total;
    this.again = again;
    this.clock = clock;
    this.end = end;
  }

  /**
   * The same for a caller who goes away after so long, however much he has asked until then; itself
   * where he waits for longer than one answer takes.
   */
  public Asking within(Duration patience) {
    return patience.compareTo(total) > 0 ? this : until(clock.instant().plus(patience));
  }

  /** The same, whose time for all answers runs from this moment on. */
  public Asking begun() {
    return until(clock.instant().plus(total));
  }

  /** Whether the caller has gone, or the time for all answers has run out. */
  public boolean isOver() {
    return !end.isAfter(clock.instant());
  }

  private Asking until(Instant gone) {
    return new Asking(total, again, clock, end.isBefore(gone) ? end : gone);
  }

  /**
   * The answer, or a {@link TimeoutException}.
   *
   * <p>Once a question was put twice, a no to the second does not say what becomes of the first: it
   * may wait where the shard was, and be done when whatever stood against it has gone. Then only
   * what is certain of the answer is told.
   *
   * @param message the question, with the time at which it is given up and whom to answer
   * @param certain what is certain of an answer while the same question may be under way; all of it
   *     where the question changes nothing
   */
  public <M, T> CompletionStage<T> ask(
      Asked<M> asked, BiFunction<Instant, ActorRef<T>, M> message, UnaryOperator<T> certain) {
    Instant now = clock.instant();
    Instant until = begun().end;
    if (!until.isAfter(now)) {
      return CompletableFuture.failedFuture(new TimeoutException("the caller has gone"));
    }
    CompletableFuture<T> answer = new CompletableFuture<>();
    Function<ActorRef<T>, M> question = replyTo -> message.apply(until, replyTo);
    Duration left = Duration.between(now, until);
    put(new Question<>(asked, question, certain, answer), left, again, true);
    return answer;
  }

  private record Question<M, T>(
      Asked<M> asked,
      Function<ActorRef<T>, M> message,
      UnaryOperator<T> certain,
      CompletableFuture<T> answer) {}

  private <M, T> void put(Question<M, T> question, Duration left, Duration wanted, boolean first) {
    Duration patience = left.compareTo(wanted) < 0 ? left : wanted;
    // Akka's stages continue on another thread unless they are told where: here, at once.
    var unused =
        question
            .asked()
            .<T>ask(question.message()::apply, patience)
            .handleAsync(
                (reply, failure) -> {
                  if (reply == null && isTimeout(failure) && left.compareTo(patience) > 0) {
                    put(question, left.minus(patience), patience.multipliedBy(2), false);
                  } else {
                    heard(question, first, reply, failure);
                  }
                  return reply;
                },
                Runnable::run);
  }

  private <M, T> void heard(
      Question<M, T> question, boolean first, @Nullable T reply, @Nullable Throwable failure) {
    if (reply == null) {
      question.answer().completeExceptionally(failure);
    } else {
      question.answer().complete(first ? reply : question.certain().apply(reply));
    }
  }

  /** Whether it failed because no answer came in time. */
  public static boolean isTimeout(@Nullable Throwable failure) {
    return failure instanceof TimeoutException
        || (failure instanceof CompletionException && isTimeout(failure.getCause()));
  }
}
