package amanah.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.typed.ActorRef;
import akka.japi.function.Function;
import amanah.testing.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Questions to somebody who loses some of them. */
class AskingTest {

  private static final String YES = "yes";
  private static final String NO = "no";
  private static final String UNKNOWN = "unknown";
  private static final String LOST = "lost";

  private final Forgetful forgetful = new Forgetful();
  private final Asking asking =
      new Asking(
          Duration.ofSeconds(5),
          Duration.ofSeconds(1),
          new HandClock(Instant.parse("2026-03-01T00:00:00Z")));

  @Test
  void a_question_that_was_lost_is_put_again_after_a_second_and_then_after_twice_as_long() {
    forgetful.will(LOST, LOST, YES);

    assertThat(answer()).isCompletedWithValue(YES);
    assertThat(forgetful.patience)
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(2));
  }

  @Test
  void when_the_time_is_over_it_is_not_put_again() {
    forgetful.will(LOST, LOST, LOST, YES);

    assertThatThrownBy(() -> answer().join()).hasCauseInstanceOf(TimeoutException.class);
    assertThat(forgetful.patience).hasSize(3);
  }

  @Test
  void a_no_to_the_first_question_is_told() {
    forgetful.will(NO);

    assertThat(answer()).isCompletedWithValue(NO);
  }

  @Test
  void a_no_to_the_second_does_not_say_what_becomes_of_the_first() {
    forgetful.will(LOST, NO);

    assertThat(answer()).isCompletedWithValue(UNKNOWN);
  }

  @Test
  void a_yes_to_the_second_is_told() {
    forgetful.will(LOST, LOST, YES);

    assertThat(answer()).isCompletedWithValue(YES);
  }

  @Test
  void a_caller_who_never_goes_waits_as_long_as_one_answer_takes() {
    forgetful.will(LOST, LOST, LOST, YES);

    CompletableFuture<String> answer = answer(asking.within(ChronoUnit.FOREVER.getDuration()));

    assertThatThrownBy(answer::join).hasCauseInstanceOf(TimeoutException.class);
    assertThat(forgetful.patience).hasSize(3);
  }

  @Test
  void the_time_of_a_caller_is_no_longer_for_what_he_asks_late() {
    forgetful.will(YES);

    assertThat(answer(asking.within(Duration.ofSeconds(1)).within(Duration.ofSeconds(4))))
        .isCompletedWithValue(YES);
    assertThat(forgetful.patience).containsExactly(Duration.ofSeconds(1));
  }

  private CompletableFuture<String> answer() {
    return answer(asking);
  }

  private CompletableFuture<String> answer(Asking asking) {
    return asking
        .<String, String>ask(
            forgetful, (until, replyTo) -> "question", reply -> reply.equals(NO) ? UNKNOWN : reply)
        .toCompletableFuture();
  }

  /** Answers what it was told to, one question after another. */
  private static final class Forgetful implements Asking.Asked<String> {

    private final Deque<String> answers = new ArrayDeque<>();
    private final List<Duration> patience = new ArrayList<>();

    private void will(String... said) {
      answers.addAll(List.of(said));
    }

    @Override
    @SuppressWarnings("unchecked") // All questions here are answered with a text.
    public <T> CompletionStage<T> ask(
        Function<ActorRef<T>, String> message, Duration patienceWithIt) {
      patience.add(patienceWithIt);
      String said = answers.remove();
      return said.equals(LOST)
          ? CompletableFuture.failedFuture(new TimeoutException("nobody answered"))
          : CompletableFuture.completedFuture((T) said);
    }
  }
}
