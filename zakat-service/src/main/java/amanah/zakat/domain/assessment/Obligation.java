package amanah.zakat.domain.assessment;

import amanah.id.AssessmentId;
import java.time.Instant;
import java.util.Optional;

/**
 * One donor's obligation of one year, and its rules. {@link #decide} says what follows from a
 * command, {@link #evolve} says what follows from an event; neither looks at anything but its
 * arguments.
 *
 * <pre>
 *   unassessed ------- made, once ------> assessed
 *     |    ^                                |    ^
 *     payments and refunds                  payments and refunds
 * </pre>
 *
 * A payment may come before the assessment is made; it counts when it is.
 *
 * <p>An obligation is used linearly: once it has evolved, the obligation it was must not be used
 * again.
 */
public sealed interface Obligation permits UnassessedObligation, AssessedObligation {

  /** How many payments and refunds are counted, all told. */
  int MOVEMENTS_MAX = 10_000;

  /** The obligation of that id before its first event. */
  static Obligation unassessed(AssessmentId assessmentId) {
    return new UnassessedObligation(assessmentId, new MovementBook(MOVEMENTS_MAX), 0);
  }

  /** The id of its assessment. */
  AssessmentId assessmentId();

  /** How many events it has had: the journal's sequence number of the last one. */
  long sequence();

  /** The assessment as it stands, once it has been made. */
  Optional<Assessment> assessment();

  /**
   * What follows from a command.
   *
   * @param now the time by the journal's clock
   */
  Decision decide(AssessmentCommand command, Instant now);

  /**
   * The obligation after an event.
   *
   * @throws IllegalStateException if the event cannot follow on what has happened: the journal
   *     contradicts itself and nobody may go on
   */
  Obligation evolve(AssessmentEvent event);
}
