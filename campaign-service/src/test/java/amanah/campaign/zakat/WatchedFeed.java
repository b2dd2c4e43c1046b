package amanah.campaign.zakat;

import amanah.campaign.journal.ZakatFeed;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** A feed that tells how often it was looked at. */
final class WatchedFeed implements ZakatFeed {

  private final ZakatFeed feed;
  private final AtomicInteger looks = new AtomicInteger();

  WatchedFeed(ZakatFeed feed) {
    this.feed = feed;
  }

  int looks() {
    return looks.get();
  }

  @Override
  public CompletionStage<String> horizon() {
    looks.incrementAndGet();
    return feed.horizon();
  }

  @Override
  public CompletionStage<List<Trace>> campaigns(String after, int max) {
    return feed.campaigns(after, max);
  }

  @Override
  public CompletionStage<List<Step>> steps(Place after, String horizon, int max) {
    return feed.steps(after, horizon, max);
  }

  @Override
  public CompletionStage<List<String>> eligible(Collection<String> persistenceIds) {
    return feed.eligible(persistenceIds);
  }
}
