package amanah.zakat.domain.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An obligation as its ledger would keep it: each command is decided, its events are evolved. */
final class Tale {

  private Obligation obligation = Obligation.unassessed(Requests.ASSESSMENT);
  private final List<AssessmentEvent> events = new ArrayList<>();
  private Instant now = Requests.AT;

  static Tale unassessed() {
    return new Tale();
  }

  /** Cash of so many dollars, of which a fortieth is due. */
  static Tale made(String dollars) {
    Tale tale = new Tale();
    tale.does(Requests.make(Requests.cash(dollars)));
    return tale;
  }

  AssessmentAnswer does(AssessmentCommand command) {
    Decision decision = obligation.decide(command, now);
    decision.events().forEach(event -> obligation = obligation.evolve(event));
    events.addAll(decision.events());
    return decision.answer();
  }

  /** The words for what became of each. */
  String counts(Movement... movements) {
    return word(does(new AssessmentCommand.Count(List.of(movements))));
  }

  void clockIs(Instant instant) {
    now = instant;
  }

  Obligation obligation() {
    return obligation;
  }

  Assessment assessment() {
    return obligation.assessment().orElseThrow();
  }

  /** Paid, outstanding and overpaid. */
  String standing() {
    Assessment assessment = assessment();
    return assessment.paid().amount()
        + " "
        + assessment.outstanding().amount()
        + " "
        + assessment.overpaid().amount();
  }

  List<AssessmentEvent> events() {
    return events;
  }

  static String word(AssessmentAnswer answer) {
    return switch (answer) {
      case AssessmentAnswer.Made made -> made.replayed() ? "replayed" : "made";
      case AssessmentAnswer.Counted counted ->
          counted.outcomes().stream().map(Tale::word).collect(Collectors.joining(" "));
      case AssessmentAnswer.Refused refused -> refused.code().name();
    };
  }

  private static String word(MovementOutcome outcome) {
    return switch (outcome) {
      case MovementOutcome.Recorded recorded -> recorded.replayed() ? "replayed" : "recorded";
      case MovementOutcome.Refused refused -> refused.code().name();
    };
  }
}
