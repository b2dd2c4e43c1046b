package amanah.deploy.verify;

import amanah.deploy.verify.JournaledEvent.Terms;
import java.util.Optional;
import java.util.Set;

/**
 * Where a campaign stands in its life as its events tell it. What was completed when its end had
 * come can be opened again, with a reason and when its end is ahead.
 */
final class StatusFold {

  private String status = Lifecycle.DRAFT;
  private boolean endedByTime;

  void opened(boolean draft) {
    status = draft ? Lifecycle.DRAFT : Lifecycle.ACTIVE;
  }

  String status() {
    return status;
  }

  /**
   * Moves it.
   *
   * @param whole whether all events before are known
   * @return what is wrong with that
   */
  Optional<String> moved(Terms terms, JournaledEvent.Moved moved, boolean whole) {
    Optional<String> problem =
        isReopening(moved) && (endedByTime || !whole)
            ? reopeningProblem(terms, moved)
            : problem(moved, whole);
    if (!moved.to().equals(status)) {
      endedByTime = moved.to().equals(Lifecycle.COMPLETED) && terms.hasEnded(moved.at());
    }
    status = moved.to();
    return problem;
  }

  private static boolean isReopening(JournaledEvent.Moved moved) {
    return moved.from().equals(Lifecycle.COMPLETED) && moved.to().equals(Lifecycle.ACTIVE);
  }

  private static Optional<String> reopeningProblem(Terms terms, JournaledEvent.Moved moved) {
    if (!moved.reasoned()) {
      return Optional.of("found it opened again without a reason, expected one");
    }
    return terms.hasEnded(moved.at())
        ? Optional.of(
            "found it opened again at %s, expected that before its end at %s"
                .formatted(moved.at(), terms.endsAt()))
        : Optional.empty();
  }

  private Optional<String> problem(JournaledEvent.Moved moved, boolean whole) {
    if (whole && !moved.from().equals(status)) {
      return Optional.of("found a move from %s, expected %s".formatted(moved.from(), status));
    }
    Set<String> successors = Lifecycle.successors(moved.from());
    boolean stays = moved.named() && moved.from().equals(moved.to());
    return stays || successors.contains(moved.to())
        ? Optional.empty()
        : Optional.of(
            "found a move from %s to %s, expected one of %s"
                .formatted(moved.from(), moved.to(), successors.stream().sorted().toList()));
  }

  /** What is wrong with a change to these terms. */
  Optional<String> amendmentProblem(Terms before, Terms after) {
    boolean endAlone = after.withEnd(before.endsAt()).equals(before);
    return Lifecycle.isFinal(status) && !(endedByTime && endAlone)
        ? Optional.of("found terms amended while " + status + ", expected them to be final")
        : Optional.empty();
  }
}
