package amanah.campaign.simulation;

import akka.persistence.PersistentRepr;
import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.journal.CampaignHistory.Entry;
import amanah.campaign.journal.ZakatJournal;
import amanah.campaign.journal.ZakatMark;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What a node's reporters read: rows by the mark that stands beside them. */
final class SimulatedZakatJournal implements ZakatJournal {

  private final SimulatedJournal journal;
  private final int node;

  SimulatedZakatJournal(SimulatedJournal journal, int node) {
    this.journal = journal;
    this.node = node;
  }

  @Override
  public CompletionStage<List<Entry>> missed(String persistenceId, long after, long upTo, int max) {
    return journal.rows(
        node,
        table ->
            table.rows(after + 1, upTo).stream()
                .filter(row -> row.manifest().equals(ZakatMark.ZAKAT))
                .limit(max)
                .map(SimulatedZakatJournal::entry)
                .toList());
  }

  @Override
  public CompletionStage<List<Entry>> events(String persistenceId, Collection<Long> sequences) {
    return journal.rows(
        node,
        table ->
            table.rows(1, table.highest()).stream()
                .filter(row -> sequences.contains(row.sequenceNr()))
                .map(SimulatedZakatJournal::entry)
                .toList());
  }

  private static Entry entry(PersistentRepr row) {
    return new Entry(row.sequenceNr(), (CampaignEvent) row.payload());
  }
}
