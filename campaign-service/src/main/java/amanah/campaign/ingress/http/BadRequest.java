package amanah.campaign.ingress.http;

/** Ends the reading of a request that cannot be right; costs no stack trace. */
final class BadRequest extends RuntimeException {

  private final transient Problem problem;

  BadRequest(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  static BadRequest of(ProblemCode code, String detail) {
    return new BadRequest(Problem.of(code, detail));
  }

  Problem problem() {
    return problem;
  }
}
