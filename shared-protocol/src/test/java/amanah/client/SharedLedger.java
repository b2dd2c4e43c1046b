package amanah.client;

import amanah.v1.NewDonation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What all nodes of a {@link ScriptedNode}'s cluster have recorded, each donation once. */
final class SharedLedger {

  private final Map<String, NewDonation> recorded = new HashMap<>();
  private final List<String> order = new ArrayList<>();

  /** Whether it was there before. */
  synchronized boolean record(String campaignId, NewDonation donation) {
    String name = campaignId + "/" + donation.getDonationId();
    boolean replayed = recorded.putIfAbsent(name, donation) != null;
    if (!replayed) {
      order.add(name);
    }
    return replayed;
  }

  /** The ids of a campaign in the order in which they were recorded. */
  synchronized List<String> order(String campaignId) {
    String prefix = campaignId + "/";
    return order.stream()
        .filter(name -> name.startsWith(prefix))
        .map(name -> name.substring(prefix.length()))
        .toList();
  }
}
