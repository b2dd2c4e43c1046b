package amanah.campaign.ledger;

import amanah.id.DonationId;
import java.util.Map;

/**
 * Where donations are in the journal.
 *
 * @param sequences the number of the event that recorded each; those that the campaign does not
 *     have are left out
 */
public record DonationsLocated(Map<DonationId, Long> sequences) {

  /** Keeps its own map. */
  public DonationsLocated {
    sequences = Map.copyOf(sequences);
  }
}
