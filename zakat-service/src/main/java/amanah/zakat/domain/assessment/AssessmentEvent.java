package amanah.zakat.domain.assessment;

import amanah.zakat.domain.question.FullAnswer;
import java.time.Instant;

/** What has happened to an assessment. */
public sealed interface AssessmentEvent {

  /** When it was journaled, by the journal's clock. */
  Instant at();

  /** A question was answered; the answer stands for ever, with the figures that it rests upon. */
  record AssessmentMade(AssessmentRequest request, FullAnswer answer, Instant at)
      implements AssessmentEvent {

    /** Keeps the answer as one that was computed, which it once was. */
    public AssessmentMade {
      answer = answer.uncached();
    }
  }

  /** A donation was given towards the assessment, perhaps before it was made. */
  record PaymentReceived(Movement.Payment payment, Instant at) implements AssessmentEvent {}

  /** A donation, or a part of it, was given back. */
  record PaymentReturned(Movement.Return returned, Instant at) implements AssessmentEvent {}
}
