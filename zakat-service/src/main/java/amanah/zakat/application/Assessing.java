package amanah.zakat.application;

import amanah.cluster.Asking;
import amanah.zakat.calculator.CalculatorMessage;
import amanah.zakat.desk.ZakatDesk;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.assessment.Assessment;
import amanah.zakat.domain.assessment.AssessmentRequest;
import amanah.zakat.domain.question.FullAnswer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Makes assessments: the calculator answers, the assessment keeps the answer. */
final class Assessing {

  private final ZakatDesk desk;
  private final AssessmentDesk assessments;

  Assessing(ZakatDesk desk, AssessmentDesk assessments) {
    this.desk = desk;
    this.assessments = assessments;
  }

  /** One that was made is shown again, and nothing is calculated for it. */
  CompletionStage<Reply<Assessment>> assess(Asking patience, AssessmentRequest request) {
    return assessments
        .get(patience, request.assessmentId())
        .thenCompose(
            known ->
                switch (known) {
                  case Reply.Done<Assessment> made ->
                      CompletableFuture.completedFuture(again(request, made.value()));
                  case Reply.Refused<Assessment> refused ->
                      refused.code() == RefusalCode.ASSESSMENT_NOT_FOUND
                          ? make(patience, request)
                          : CompletableFuture.completedFuture(refused);
                });
  }

  private static Reply<Assessment> again(AssessmentRequest request, Assessment made) {
    return made.request().equals(request)
        ? new Reply.Done<>(made, true)
        : Reply.refused(RefusalCode.IDEMPOTENCY_MISMATCH, request.contradicts(made.at()));
  }

  private CompletionStage<Reply<Assessment>> make(Asking patience, AssessmentRequest request) {
    return CalculatorWords.reply(
            desk.ask(
                patience,
                (until, replyTo) ->
                    new CalculatorMessage.CalculateFull(request.question(), until, replyTo)),
            CalculatorWords::full)
        .thenCompose(
            answer ->
                switch (answer) {
                  case Reply.Done<FullAnswer> done ->
                      assessments.make(patience, request, done.value().uncached());
                  case Reply.Refused<FullAnswer> refused ->
                      CompletableFuture.completedFuture(
                          new Reply.Refused<>(refused.code(), refused.detail(), refused.field()));
                });
  }
}
