package amanah.campaign.application;

import amanah.id.CampaignId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/**
 * Knows which campaigns were ever opened, so that a name that nobody opened wakes no entity: it
 * would read its whole journal to find nothing there, and strangers can make up names by the
 * thousand.
 *
 * <p>The journal is asked, for many names at a time, whenever a name is not known yet. That a
 * campaign was opened holds for ever and is remembered; that it was not holds only for the moment
 * at which the journal said so, which is after the question was put.
 */
final class OpenedCampaigns {

  /** The most names that are asked for at once. */
  static final int TOGETHER_MAX = 500;

  /** The most names that wait for their turn; one more is refused. */
  static final int WAITING_MAX = 10_000;

  /** The most campaigns that are remembered; when one more comes all are forgotten. */
  private static final int KNOWN_MAX = 200_000;

  private final Function<Collection<CampaignId>, CompletionStage<Set<CampaignId>>> journal;
  private final Set<CampaignId> known = ConcurrentHashMap.newKeySet();
  private final Map<CampaignId, CompletableFuture<Boolean>> waiting = new LinkedHashMap<>();
  private boolean asking;

  /**
   * Knows nothing yet.
   *
   * @param journal says which of some campaigns have anything in the journal
   */
  OpenedCampaigns(Function<Collection<CampaignId>, CompletionStage<Set<CampaignId>>> journal) {
    this.journal = journal;
  }

  /** Whether it is known to have been opened. */
  boolean knows(CampaignId campaignId) {
    return known.contains(campaignId);
  }

  /**
   * False when the campaign was not opened at a moment after this was asked; true when it was, or
   * when the journal does not say. Fails with {@link RejectedExecutionException} when too many
   * wait.
   */
  CompletionStage<Boolean> mayBeOpened(CampaignId campaignId) {
    CompletableFuture<Boolean> answer;
    boolean begins;
    synchronized (this) {
      if (waiting.size() >= WAITING_MAX && !waiting.containsKey(campaignId)) {
        return CompletableFuture.failedFuture(
            new RejectedExecutionException(
                waiting.size()
                    + " campaigns are being looked for, expected fewer than "
                    + WAITING_MAX));
      }
      answer = waiting.computeIfAbsent(campaignId, id -> new CompletableFuture<>());
      begins = !asking;
      asking = true;
    }
    if (begins) {
      askNext();
    }
    return answer;
  }

  private void askNext() {
    Map<CampaignId, CompletableFuture<Boolean>> together = next();
    if (!together.isEmpty()) {
      var unused =
          journal
              .apply(together.keySet())
              .handle(
                  (opened, failure) -> {
                    together.forEach(
                        (id, answer) -> answer.complete(opened == null || isOpened(id, opened)));
                    askNext();
                    return opened;
                  });
    }
  }

  private boolean isOpened(CampaignId campaignId, Set<CampaignId> opened) {
    if (!opened.contains(campaignId)) {
      return false;
    }
    if (known.size() >= KNOWN_MAX) {
      known.clear();
    }
    known.add(campaignId);
    return true;
  }

  private synchronized Map<CampaignId, CompletableFuture<Boolean>> next() {
    Map<CampaignId, CompletableFuture<Boolean>> together = new HashMap<>();
    Iterator<Map.Entry<CampaignId, CompletableFuture<Boolean>>> first =
        waiting.entrySet().iterator();
    while (first.hasNext() && together.size() < TOGETHER_MAX) {
      Map.Entry<CampaignId, CompletableFuture<Boolean>> entry = first.next();
      together.put(entry.getKey(), entry.getValue());
      first.remove();
    }
    asking = !together.isEmpty();
    return together;
  }
}
