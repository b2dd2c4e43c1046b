package amanah.http;

import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with one request, in the order in which it was found. */
public final class FieldErrors {

  private static final int COUNT_MAX = 50;

  private final List<Problem.FieldError> errors = new ArrayList<>(0);

  /** One more; beyond the first fifty they are not kept. */
  public void add(ProblemCode code, String field, String message) {
    if (errors.size() < COUNT_MAX) {
      errors.add(new Problem.FieldError(Shown.value(field), code, Shown.line(message)));
    }
  }

  /** Throws when anything is wrong. */
  public void refuseIfAny() {
    if (!errors.isEmpty()) {
      throw new BadRequest(Problem.of(errors.getFirst(), List.copyOf(errors)));
    }
  }
}
