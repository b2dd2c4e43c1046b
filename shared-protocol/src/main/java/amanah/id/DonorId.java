package amanah.id;

/**
 * Names a donor, as the calling system knows them.
 *
 * @param value 1 to 64 of {@code [A-Za-z0-9._-]}
 */
public record DonorId(String value) {

  /** Refuses a value outside the grammar. */
  public DonorId {
    IdGrammar.check("donorId", value);
  }

  /** The id with that value. */
  public static DonorId of(String value) {
    return new DonorId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
