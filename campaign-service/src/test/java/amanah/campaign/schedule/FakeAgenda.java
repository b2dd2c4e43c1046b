package amanah.campaign.schedule;

import amanah.campaign.journal.Agenda;
import amanah.campaign.ledger.CampaignLedger;
import amanah.id.CampaignId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** An agenda in memory, which the test keeps as the journal would. */
final class FakeAgenda implements Agenda {

  private static final Comparator<Entry> ORDER =
      Comparator.comparingLong(Entry::dueMillis).thenComparing(Entry::persistenceId);

  private final Map<String, Long> due = new HashMap<>();
  private final Map<String, Long> sequences = new HashMap<>();
  private boolean failing;
  private int reads;

  void put(CampaignId campaignId, long sequence, long dueMillis) {
    String persistenceId = CampaignLedger.persistenceId(campaignId).id();
    due.put(persistenceId, dueMillis);
    sequences.put(persistenceId, sequence);
  }

  boolean knows(CampaignId campaignId) {
    return due.containsKey(CampaignLedger.persistenceId(campaignId).id());
  }

  Optional<Long> dueMillis(CampaignId campaignId) {
    return Optional.ofNullable(due.get(CampaignLedger.persistenceId(campaignId).id()));
  }

  void failing(boolean fails) {
    failing = fails;
  }

  /** How many pages have been read. */
  int reads() {
    return reads;
  }

  @Override
  public CompletionStage<List<Entry>> due(Entry after, Instant now, int max) {
    reads++;
    return answered(
        () ->
            due.entrySet().stream()
                .map(entry -> new Entry(entry.getValue(), entry.getKey()))
                .filter(entry -> ORDER.compare(entry, after) > 0)
                .filter(entry -> entry.dueMillis() <= now.toEpochMilli())
                .sorted(ORDER)
                .limit(max)
                .toList());
  }

  @Override
  public CompletionStage<Void> note(String persistenceId, long sequence, Optional<Instant> next) {
    if (sequences.getOrDefault(persistenceId, Long.MAX_VALUE) <= sequence) {
      next.ifPresentOrElse(
          at -> due.put(persistenceId, at.toEpochMilli()), () -> due.remove(persistenceId));
    }
    return CompletableFuture.completedFuture(null);
  }

  private <T> CompletionStage<T> answered(Supplier<T> answer) {
    return failing
        ? CompletableFuture.failedFuture(new IllegalStateException("the agenda is away"))
        : CompletableFuture.completedFuture(answer.get());
  }
}
