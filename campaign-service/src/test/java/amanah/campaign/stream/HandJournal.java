package amanah.campaign.stream;

import amanah.campaign.domain.CampaignEvent;
import amanah.id.CampaignId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A journal that is written by hand. What is committed can be seen at once, unless it is made to
 * appear late; events of the campaign that is the last to be committed can have holes before them.
 */
final class HandJournal implements EventPages {

  static final CampaignId WELL = CampaignId.of("well");
  private static final Instant AT = Instant.parse("2026-03-01T09:30:00Z");

  private final PageLimit limit;
  private final Map<CampaignId, List<StreamedEvent>> committed = new HashMap<>();
  private final Map<Long, Boolean> hidden = new HashMap<>();
  private @Nullable RuntimeException failure;
  private long reads;

  HandJournal(PageLimit limit) {
    this.limit = limit;
  }

  static StreamedEvent event(CampaignId campaignId, long sequence, int bytes) {
    return new StreamedEvent(
        campaignId, sequence, new CampaignEvent.ViewsCounted(sequence, AT), bytes);
  }

  /** Commits one more event of that many bytes. */
  synchronized void commit(CampaignId campaignId, int bytes) {
    List<StreamedEvent> events = committed.computeIfAbsent(campaignId, id -> new ArrayList<>());
    events.add(event(campaignId, events.size() + 1L, bytes));
  }

  synchronized void commit(int events) {
    for (int index = 0; index < events; index++) {
      commit(WELL, 10);
    }
  }

  /** The event of that number is committed, and cannot be seen. */
  synchronized void hide(long sequence) {
    hidden.put(sequence, true);
  }

  synchronized void reveal() {
    hidden.clear();
  }

  synchronized void failWith(@Nullable RuntimeException reason) {
    failure = reason;
  }

  synchronized long committed() {
    return committed.getOrDefault(WELL, List.of()).size();
  }

  /** How many pages were asked for. */
  synchronized long reads() {
    return reads;
  }

  /** What can be seen now. */
  synchronized List<StreamedEvent> page(CampaignId campaignId, long after) {
    List<StreamedEvent> page = new ArrayList<>();
    int bytes = 0;
    List<StreamedEvent> events = committed.getOrDefault(campaignId, List.of());
    for (int index = (int) Math.min(after, events.size()); index < events.size(); index++) {
      StreamedEvent next = events.get(index);
      if (page.size() == limit.eventsMax() || bytes >= limit.bytesMax()) {
        break;
      }
      if (!hidden.containsKey(next.sequence())) {
        page.add(next);
        bytes += next.bytes();
      }
    }
    return page;
  }

  @Override
  public synchronized CompletionStage<List<StreamedEvent>> after(
      CampaignId campaignId, long sequence) {
    reads++;
    return failure == null
        ? CompletableFuture.completedFuture(page(campaignId, sequence))
        : CompletableFuture.failedFuture(failure);
  }

  @Override
  public synchronized CompletionStage<Map<CampaignId, Long>> newest(
      Collection<CampaignId> campaignIds) {
    if (failure != null) {
      return CompletableFuture.failedFuture(Objects.requireNonNull(failure));
    }
    Map<CampaignId, Long> newest = new HashMap<>();
    for (CampaignId campaignId : campaignIds) {
      List<StreamedEvent> events = committed.get(campaignId);
      if (events != null) {
        newest.put(campaignId, (long) events.size());
      }
    }
    return CompletableFuture.completedFuture(newest);
  }
}
