package amanah.id;

/**
 * Names a refund within its campaign, so that a repeat is recognized.
 *
 * @param value 1 to 64 of {@code [A-Za-z0-9._-]}
 */
public record RefundId(String value) {

  /** Refuses a value outside the grammar. */
  public RefundId {
    IdGrammar.check("refundId", value);
  }

  /** The id with that value. */
  public static RefundId of(String value) {
    return new RefundId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
