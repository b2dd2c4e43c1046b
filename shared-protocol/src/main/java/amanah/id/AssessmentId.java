package amanah.id;

/**
 * Names a donor's yearly zakat assessment.
 *
 * @param value 1 to 64 of {@code [A-Za-z0-9._-]}
 */
public record AssessmentId(String value) {

  /** Refuses a value outside the grammar. */
  public AssessmentId {
    IdGrammar.check("assessmentId", value);
  }

  /** The id with that value. */
  public static AssessmentId of(String value) {
    return new AssessmentId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
