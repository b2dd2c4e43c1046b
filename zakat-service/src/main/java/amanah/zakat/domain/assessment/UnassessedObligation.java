package amanah.zakat.domain.assessment;

import amanah.id.AssessmentId;
import amanah.zakat.domain.assessment.AssessmentEvent.AssessmentMade;
import java.time.Instant;
import java.util.Optional;

/**
 * Nothing has been assessed yet; payments may have come early.
 *
 * @param counted how many the book held when this was the obligation
 */
record UnassessedObligation(AssessmentId assessmentId, MovementBook movements, int counted)
    implements Obligation {

  @Override
  public long sequence() {
    return counted;
  }

  @Override
  public Optional<Assessment> assessment() {
    return Optional.empty();
  }

  @Override
  public Decision decide(AssessmentCommand command, Instant now) {
    movements.requireCount(counted, assessmentId);
    return switch (command) {
      case AssessmentCommand.Make make -> make(make, now);
      case AssessmentCommand.Count count -> movements.decide(count.movements(), now);
    };
  }

  private Decision make(AssessmentCommand.Make make, Instant now) {
    requireSame(make.request().assessmentId());
    return Decision.of(
        new AssessmentAnswer.Made(false), new AssessmentMade(make.request(), make.answer(), now));
  }

  @Override
  public Obligation evolve(AssessmentEvent event) {
    movements.requireCount(counted, assessmentId);
    return switch (event) {
      case AssessmentMade made -> after(made);
      case AssessmentEvent.PaymentReceived received -> after(received.payment());
      case AssessmentEvent.PaymentReturned returned -> after(returned.returned());
    };
  }

  private Obligation after(AssessmentMade made) {
    requireSame(made.request().assessmentId());
    return new AssessedObligation(made, movements, counted);
  }

  private Obligation after(Movement movement) {
    movements.add(movement);
    return new UnassessedObligation(assessmentId, movements, counted + 1);
  }

  private void requireSame(AssessmentId other) {
    if (!other.equals(assessmentId)) {
      throw new IllegalStateException(
          "assessment %s came to the one of %s".formatted(other, assessmentId));
    }
  }
}
