package amanah.http;

/** Ends the reading of a request that cannot be right; costs no stack trace. */
public final class BadRequest extends RuntimeException {

  private final transient Problem problem;

  /** That problem. */
  public BadRequest(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  /** The problem of that code. */
  public static BadRequest of(ProblemCode code, String detail) {
    return new BadRequest(Problem.of(code, detail));
  }

  /** What is answered. */
  public Problem problem() {
    return problem;
  }
}
