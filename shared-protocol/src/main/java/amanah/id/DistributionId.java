package amanah.id;

/**
 * Names a distribution of zakat, so that a repeat is recognized.
 *
 * @param value 1 to 64 of {@code [A-Za-z0-9._-]}
 */
public record DistributionId(String value) {

  /** Refuses a value outside the grammar. */
  public DistributionId {
    IdGrammar.check("distributionId", value);
  }

  /** The id with that value. */
  public static DistributionId of(String value) {
    return new DistributionId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
