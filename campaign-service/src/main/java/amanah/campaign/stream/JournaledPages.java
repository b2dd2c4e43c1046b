package amanah.campaign.stream;

import amanah.campaign.journal.CampaignPages;
import amanah.campaign.ledger.CampaignLedger;
import amanah.id.CampaignId;
import amanah.journal.UnreadableEventException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Pages out of the journal. */
final class JournaledPages implements EventPages {

  private final CampaignPages journal;
  private final PageLimit limit;

  JournaledPages(CampaignPages journal, PageLimit limit) {
    this.journal = journal;
    this.limit = limit;
  }

  @Override
  public CompletionStage<List<StreamedEvent>> after(CampaignId campaignId, long sequence) {
    return journal
        .after(id(campaignId), sequence, limit.eventsMax(), limit.bytesMax())
        .thenApply(entries -> entries.stream().map(entry -> event(campaignId, entry)).toList())
        .exceptionally(JournaledPages::failed);
  }

  @Override
  public CompletionStage<Map<CampaignId, Long>> newest(Collection<CampaignId> campaignIds) {
    Map<String, CampaignId> campaigns =
        campaignIds.stream().collect(Collectors.toMap(JournaledPages::id, Function.identity()));
    return journal
        .newest(campaigns.keySet())
        .thenApply(
            newest ->
                newest.entrySet().stream()
                    .collect(
                        Collectors.toMap(
                            entry -> campaigns.get(entry.getKey()), Map.Entry::getValue)));
  }

  private static String id(CampaignId campaignId) {
    return CampaignLedger.persistenceId(campaignId).id();
  }

  private static StreamedEvent event(CampaignId campaignId, CampaignPages.Entry entry) {
    return new StreamedEvent(campaignId, entry.sequence(), entry.event(), entry.bytes());
  }

  private static List<StreamedEvent> failed(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    throw cause instanceof UnreadableEventException
        ? new UnreadablePageException(cause)
        : new CompletionException(cause);
  }
}
