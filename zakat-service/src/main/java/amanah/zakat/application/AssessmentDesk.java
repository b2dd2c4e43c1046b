package amanah.zakat.application;

import akka.actor.typed.ActorRef;
import akka.actor.typed.RecipientRef;
import akka.actor.typed.Scheduler;
import akka.actor.typed.javadsl.AskPattern;
import amanah.cluster.Asking;
import amanah.id.AssessmentId;
import amanah.zakat.assessment.AssessmentMessage;
import amanah.zakat.assessment.AssessmentReply;
import amanah.zakat.assessment.AssessmentSize;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.assessment.Assessment;
import amanah.zakat.domain.assessment.AssessmentRequest;
import amanah.zakat.domain.question.FullAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Asks assessments, wherever they run. */
public final class AssessmentDesk {

  private final Function<AssessmentId, ? extends RecipientRef<AssessmentMessage>> assessments;
  private final Scheduler scheduler;

  /** Asks those. */
  public AssessmentDesk(
      Function<AssessmentId, ? extends RecipientRef<AssessmentMessage>> assessments,
      Scheduler scheduler) {
    this.assessments = assessments;
    this.scheduler = scheduler;
  }

  /** Has an answer kept; one that was kept for the same request before is answered again. */
  CompletionStage<Reply<Assessment>> make(
      Asking patience, AssessmentRequest request, FullAnswer answer) {
    Optional<String> problem = AssessmentSize.problem(request, answer);
    if (problem.isPresent()) {
      return CompletableFuture.completedFuture(
          new Reply.Refused<>(
              RefusalCode.INVALID_FIELD, problem.get(), Optional.of(AssessmentSize.FIELD)));
    }
    return ask(
        patience,
        request.assessmentId(),
        (until, replyTo) -> new AssessmentMessage.Make(request, answer, until, replyTo),
        AssessmentReply::certainWhileUnderWay);
  }

  /** The assessment as it stands. */
  CompletionStage<Reply<Assessment>> get(Asking patience, AssessmentId assessmentId) {
    return ask(
        patience,
        assessmentId,
        (until, replyTo) -> new AssessmentMessage.Get(replyTo),
        UnaryOperator.identity());
  }

  private CompletionStage<Reply<Assessment>> ask(
      Asking patience,
      AssessmentId assessmentId,
      BiFunction<Instant, ActorRef<AssessmentReply>, AssessmentMessage> message,
      UnaryOperator<AssessmentReply> certain) {
    RecipientRef<AssessmentMessage> assessment = assessments.apply(assessmentId);
    return patience
        .ask(new Once(assessment, scheduler), message, certain)
        .handleAsync(
            (reply, failure) -> {
              if (reply != null) {
                return words(reply);
              }
              if (Asking.isTimeout(failure)) {
                return Reply.refused(
                    RefusalCode.TIMEOUT,
                    "assessment \"%s\" gave no answer in time, expected a retry with the same id"
                        .formatted(assessmentId));
              }
              throw new CompletionException(failure);
            },
            Runnable::run);
  }

  /** Asks an assessment once. */
  private record Once(RecipientRef<AssessmentMessage> assessment, Scheduler scheduler)
      implements Asking.Asked<AssessmentMessage> {

    @Override
    public <T> CompletionStage<T> ask(
        akka.japi.function.Function<ActorRef<T>, AssessmentMessage> message, Duration patience) {
      return AskPattern.ask(assessment, message, patience, scheduler);
    }
  }

  private static Reply<Assessment> words(AssessmentReply reply) {
    return switch (reply) {
      case AssessmentReply.Made made -> new Reply.Done<>(made.assessment(), made.replayed());
      case AssessmentReply.Seen seen -> Reply.done(seen.assessment());
      case AssessmentReply.Refused refused -> Reply.refused(refused.code(), refused.detail());
      case AssessmentReply.Counted counted ->
          throw new IllegalStateException("an assessment answered a caller with " + counted);
    };
  }
}
