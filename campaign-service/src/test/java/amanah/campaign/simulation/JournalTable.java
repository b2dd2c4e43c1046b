package amanah.campaign.simulation;

import akka.persistence.PersistentRepr;
import amanah.campaign.domain.Campaign;
import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignSnapshot;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What is committed: the events of one stream by their sequence number, and one snapshot. */
final class JournalTable {

  private final boolean forgetsRefunds;
  private final TreeMap<Long, PersistentRepr> rows = new TreeMap<>();
  private long snapshotSequence;

  JournalTable(boolean forgetsRefunds) {
    this.forgetsRefunds = forgetsRefunds;
  }

  boolean has(long sequence) {
    return rows.containsKey(sequence);
  }

  void put(List<PersistentRepr> committed) {
    committed.forEach(row -> rows.put(row.sequenceNr(), row));
  }

  long highest() {
    return rows.isEmpty() ? 0 : rows.lastKey();
  }

  /** The rows from one to another, as they are. */
  Collection<PersistentRepr> rows(long from, long to) {
    return from > to ? List.of() : rows.subMap(from, true, to, true).values();
  }

  /** The events from one to another, as a ledger that recovers is told them. */
  List<PersistentRepr> told(long from, long to) {
    return rows(from, to).stream().map(this::told).toList();
  }

  private PersistentRepr told(PersistentRepr row) {
    return forgetsRefunds && row.payload() instanceof CampaignEvent.DonationRefunded refunded
        ? row.withPayload(new CampaignEvent.ViewsCounted(0, refunded.at()))
        : row;
  }

  /** Keeps a snapshot of what is there now. */
  void keepSnapshot() {
    snapshotSequence = highest();
  }

  /** The snapshot that was kept, made anew each time, so that nobody can change another's. */
  Optional<CampaignSnapshot> snapshot() {
    if (snapshotSequence == 0) {
      return Optional.empty();
    }
    Campaign campaign = Campaign.unopened(Workload.CAMPAIGN);
    for (PersistentRepr row : told(1, snapshotSequence)) {
      campaign = campaign.evolve((CampaignEvent) row.payload());
    }
    return Optional.of(campaign.snapshot());
  }
}
