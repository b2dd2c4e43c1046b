package amanah.zakat.domain.assessment;

import amanah.id.AssessmentId;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.assessment.AssessmentEvent.AssessmentMade;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/**
 * The answer stands; payments go on.
 *
 * @param counted how many the book held when this was the obligation
 */
record AssessedObligation(AssessmentMade made, MovementBook movements, int counted)
    implements Obligation {

  @Override
  public AssessmentId assessmentId() {
    return made.request().assessmentId();
  }

  @Override
  public long sequence() {
    return 1L + counted;
  }

  @Override
  public Optional<Assessment> assessment() {
    movements.requireCount(counted, assessmentId());
    Currency currency = made.request().question().currency();
    return Optional.of(
        new Assessment(
            made.request(),
            made.answer(),
            made.at(),
            movements.paid(currency),
            movements.paidOtherwise(currency),
            movements.newest(Assessment.SHOWN_MAX, currency),
            movements.donations(),
            sequence()));
  }

  @Override
  public Decision decide(AssessmentCommand command, Instant now) {
    movements.requireCount(counted, assessmentId());
    return switch (command) {
      case AssessmentCommand.Make make -> make(make);
      case AssessmentCommand.Count count -> movements.decide(count.movements(), now);
    };
  }

  private Decision make(AssessmentCommand.Make make) {
    return make.request().equals(made.request())
        ? Decision.of(new AssessmentAnswer.Made(true))
        : Decision.refused(RefusalCode.IDEMPOTENCY_MISMATCH, make.request().contradicts(made.at()));
  }

  @Override
  public Obligation evolve(AssessmentEvent event) {
    movements.requireCount(counted, assessmentId());
    return switch (event) {
      case AssessmentMade again ->
          throw new IllegalStateException(
              "assessment %s was made at %s, yet its journal makes it again at %s"
                  .formatted(assessmentId(), made.at(), again.at()));
      case AssessmentEvent.PaymentReceived received -> after(received.payment());
      case AssessmentEvent.PaymentReturned returned -> after(returned.returned());
    };
  }

  private Obligation after(Movement movement) {
    movements.add(movement);
    return new AssessedObligation(made, movements, counted + 1);
  }
}
