package amanah.id;

/**
 * Names a publication of prices or of a nisab, so that a repeat is recognized.
 *
 * @param value 1 to 64 of {@code [A-Za-z0-9._-]}
 */
public record PublicationId(String value) {

  /** Refuses a value outside the grammar. */
  public PublicationId {
    IdGrammar.check("publicationId", value);
  }

  /** The id with that value. */
  public static PublicationId of(String value) {
    return new PublicationId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
