package amanah.id;

/**
 * Names a donation within its campaign; the caller chooses it, so that a repeat is recognized.
 *
 * @param value 1 to 64 of {@code [A-Za-z0-9._-]}
 */
public record DonationId(String value) {

  /** Refuses a value outside the grammar. */
  public DonationId {
    IdGrammar.check("donationId", value);
  }

  /** The id with that value. */
  public static DonationId of(String value) {
    return new DonationId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
