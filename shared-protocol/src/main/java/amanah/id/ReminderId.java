package amanah.id;

/**
 * Names a reminder within its campaign, so that a repeat is recognized.
 *
 * @param value 1 to 64 of {@code [A-Za-z0-9._-]}
 */
public record ReminderId(String value) {

  /** Refuses a value outside the grammar. */
  public ReminderId {
    IdGrammar.check("reminderId", value);
  }

  /** The id with that value. */
  public static ReminderId of(String value) {
    return new ReminderId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
