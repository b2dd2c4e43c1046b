package amanah.campaign.zakat;

import amanah.campaign.domain.CampaignEvent.DonationRefunded;
import amanah.campaign.domain.CampaignEvent.DonationsRecorded;
import amanah.campaign.domain.Donation;
import amanah.campaign.journal.CampaignHistory.Entry;
import amanah.campaign.ledger.LedgerMessage;
import amanah.id.DonationId;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a reporter has missed, as far as it has been read. A refund says neither that it is of zakat
 * nor towards which assessment: that says the event that recorded its donation, which the ledger
 * finds. Not thread-safe.
 */
final class MissedZakat {

  /** The most events of one reading. */
  static final int EVENTS_MAX = LedgerMessage.LOCATED_MAX;

  private final Backlog.Gap gap;
  private final Set<DonationId> refunded = new HashSet<>();
  private final Map<DonationId, Donation> donations = new HashMap<>();
  private List<Entry> entries = List.of();

  MissedZakat(Backlog.Gap gap) {
    this.gap = gap;
  }

  Backlog.Gap gap() {
    return gap;
  }

  /** These events of the gap may bear zakat, or the first {@link #EVENTS_MAX} of them. */
  void read(List<Entry> found) {
    entries = found;
    for (Entry entry : found) {
      if (entry.event() instanceof DonationRefunded refund) {
        refunded.add(refund.donationId());
      }
    }
    find(found);
  }

  /** Looks into these events for donations that were refunded. */
  void find(List<Entry> found) {
    for (Entry entry : found) {
      if (entry.event() instanceof DonationsRecorded recorded) {
        for (Donation donation : recorded.donations()) {
          if (refunded.contains(donation.donationId())) {
            donations.put(donation.donationId(), donation);
          }
        }
      }
    }
  }

  /** The donations that were refunded and are not known yet. */
  Set<DonationId> unknown() {
    Set<DonationId> unknown = new HashSet<>(refunded);
    unknown.removeAll(donations.keySet());
    return unknown;
  }

  /** All of it, or as many events as fit into a report. */
  ZakatSum sum(Currency currency) {
    ZakatSum sum = ZakatSum.after(gap.after(), currency);
    for (Entry entry : entries) {
      if (!sum.take(entry.sequence(), entry.event(), donations)) {
        return sum;
      }
    }
    if (entries.size() < EVENTS_MAX) {
      sum.covers(gap.upTo());
    }
    return sum;
  }
}
