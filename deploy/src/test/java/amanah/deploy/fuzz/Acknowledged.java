package amanah.deploy.fuzz;

import amanah.deploy.verify.CampaignTotals;
import amanah.deploy.verify.JournalVisitor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was said to have happened to money, to be held against the journal: nothing else
 * may be there, and nothing may be missing.
 */
public final class Acknowledged {

  /** The campaign of which some calls are cut short, so that it may have more than was said. */
  public static final String UNCERTAIN = "yen";

  /** Known to have happened, of an amount that the answer does not say. */
  private static final String SOME = "";

  private final Map<String, String> said = new HashMap<>();
  private final List<String> twice = new ArrayList<>();

  /** A donation was captured for the first time. */
  synchronized void donation(@Nullable String campaignId, String donationId, String amount) {
    put("donation " + campaignId + "/" + donationId, amount);
  }

  /** One of which only that is known. */
  void donation(@Nullable String campaignId, String donationId) {
    donation(campaignId, donationId, SOME);
  }

  /** Money was given back for the first time. */
  synchronized void refund(
      @Nullable String campaignId, String donationId, String refundId, String amount) {
    put("refund " + campaignId + "/" + donationId + "/" + refundId, amount);
  }

  private void put(String key, String amount) {
    if (said.put(key, amount) != null) {
      twice.add("acknowledged twice: " + key);
    }
  }

  /** How much that was. */
  public synchronized int size() {
    return said.size();
  }

  /** The journal's side of it. */
  public static final class Journaled implements JournalVisitor {

    private final Map<String, Long> open = new HashMap<>();
    private final Map<String, String> all = new HashMap<>();
    private final Set<String> uncertain = new HashSet<>();

    @Override
    public void donation(String campaignId, long sequence, String donationId, long amountMinor) {
      open.put("donation " + campaignId + "/" + donationId, amountMinor);
    }

    @Override
    public void refund(
        String campaignId, long sequence, String refundId, String donationId, long amountMinor) {
      open.put("refund " + campaignId + "/" + donationId + "/" + refundId, amountMinor);
    }

    @Override
    public void campaign(CampaignTotals totals) {
      int digits = totals.currency().getDefaultFractionDigits();
      open.forEach(
          (key, minor) ->
              all.put(
                  key,
                  BigDecimal.valueOf(minor, digits).toPlainString() + " " + totals.currency()));
      if (totals.campaignId().equals(UNCERTAIN)) {
        uncertain.addAll(open.keySet());
      }
      open.clear();
    }
  }

  /** Where the two differ, in sentences. */
  public synchronized List<String> differences(Journaled journal) {
    List<String> differences = new ArrayList<>(twice);
    Map<String, String> rest = new TreeMap<>(journal.all);
    said.forEach(
        (key, amount) -> {
          String journaled = rest.remove(key);
          if (journaled == null) {
            differences.add("acknowledged and not in the journal: " + key);
          } else if (!amount.equals(SOME) && !amount.equals(journaled)) {
            differences.add(key + ": acknowledged " + amount + ", in the journal " + journaled);
          }
        });
    rest.keySet().removeAll(journal.uncertain);
    rest.keySet().forEach(key -> differences.add("in the journal and not acknowledged: " + key));
    return differences;
  }
}
