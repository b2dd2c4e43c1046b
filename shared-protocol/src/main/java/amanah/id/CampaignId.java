package amanah.id;

/**
 * Names a campaign.
 *
 * @param value 1 to 64 of {@code [A-Za-z0-9._-]}
 */
public record CampaignId(String value) {

  /** Refuses a value outside the grammar. */
  public CampaignId {
    IdGrammar.check("campaignId", value);
  }

  /** The id with that value. */
  public static CampaignId of(String value) {
    return new CampaignId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
