package amanah.campaign.zakat;

import amanah.campaign.journal.ZakatFeed;
import amanah.campaign.ledger.CampaignLedger;
import amanah.id.CampaignId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * How far a sweep has come. It begins with a horizon, goes once through all campaigns that have
 * zakat, and from then on through what was written since that horizon. Whatever commits after its
 * campaign was looked at was not over at the horizon, so it comes after it: nothing falls between.
 */
sealed interface SweepCursor {

  /** Nothing has been looked at. */
  record Beginning() implements SweepCursor {}

  /**
   * The campaigns up to this one have been looked at.
   *
   * @param persistenceId in whose order they are gone through
   * @param horizon before which all was over when the first of them was looked at
   */
  record Campaigns(String persistenceId, String horizon) implements SweepCursor {}

  /** All has been looked at that comes before this place. */
  record Since(ZakatFeed.Place place) implements SweepCursor {}

  /** The next page, of so many events or campaigns at most. */
  default CompletionStage<SweptPage> read(ZakatFeed feed, int max) {
    return switch (this) {
      case Beginning beginning ->
          feed.horizon()
              .thenApply(horizon -> new SweptPage(Map.of(), new Campaigns("", horizon), false));
      case Campaigns campaigns -> campaigns(campaigns, feed, max);
      case Since since ->
          feed.horizon().thenCompose(horizon -> steps(since.place(), horizon, feed, max));
    };
  }

  private static CompletionStage<SweptPage> campaigns(Campaigns cursor, ZakatFeed feed, int max) {
    return feed.campaigns(cursor.persistenceId(), max)
        .thenCompose(
            traces -> {
              SweepCursor next =
                  traces.size() < max
                      ? new Since(ZakatFeed.Place.before(cursor.horizon()))
                      : new Campaigns(traces.getLast().persistenceId(), cursor.horizon());
              return page(traces, next, false, feed);
            });
  }

  private static CompletionStage<SweptPage> steps(
      ZakatFeed.Place after, String horizon, ZakatFeed feed, int max) {
    return feed.steps(after, horizon, max)
        .thenCompose(
            steps -> {
              boolean last = steps.size() < max;
              ZakatFeed.Place next =
                  last ? ZakatFeed.Place.before(horizon) : steps.getLast().place();
              return page(
                  steps.stream().map(ZakatFeed.Step::trace).toList(), new Since(next), last, feed);
            });
  }

  /** Without the campaigns that take no zakat, whose old events nobody has marked. */
  private static CompletionStage<SweptPage> page(
      List<ZakatFeed.Trace> traces, SweepCursor next, boolean last, ZakatFeed feed) {
    Map<String, Long> newest = new HashMap<>();
    Set<String> unmarked = new HashSet<>();
    for (ZakatFeed.Trace trace : traces) {
      newest.merge(trace.persistenceId(), trace.sequence(), Math::max);
      if (!trace.marked()) {
        unmarked.add(trace.persistenceId());
      }
    }
    CompletionStage<List<String>> eligible =
        unmarked.isEmpty() ? CompletableFuture.completedFuture(List.of()) : feed.eligible(unmarked);
    return eligible.thenApply(
        taking -> {
          unmarked.removeAll(Set.copyOf(taking));
          newest.keySet().removeAll(unmarked);
          return new SweptPage(byCampaign(newest), next, last);
        });
  }

  private static Map<CampaignId, Long> byCampaign(Map<String, Long> newest) {
    Map<CampaignId, Long> campaigns = new HashMap<>();
    newest.forEach(
        (persistenceId, sequence) ->
            campaigns.put(CampaignLedger.campaignId(persistenceId), sequence));
    return campaigns;
  }
}
