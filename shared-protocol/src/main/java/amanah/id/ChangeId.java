package amanah.id;

/**
 * Names a change of terms or status within its campaign, so that a repeat is recognized.
 *
 * @param value 1 to 64 of {@code [A-Za-z0-9._-]}
 */
public record ChangeId(String value) {

  /** Refuses a value outside the grammar. */
  public ChangeId {
    IdGrammar.check("changeId", value);
  }

  /** The id with that value. */
  public static ChangeId of(String value) {
    return new ChangeId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
