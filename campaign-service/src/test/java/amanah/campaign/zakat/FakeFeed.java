package amanah.campaign.zakat;

import amanah.campaign.journal.ZakatFeed;
import amanah.campaign.ledger.CampaignLedger;
import amanah.id.CampaignId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** All campaigns' journal in memory, with transactions that are over or not. */
final class FakeFeed implements ZakatFeed {

  private final List<Row> rows = new ArrayList<>();
  private final Set<Long> open = new HashSet<>();
  private final Set<String> eligible = new HashSet<>();
  private long nextXid = 1;
  private boolean failing;
  private int pages;

  private record Row(long xid, long ordering, Trace trace) {}

  /** A transaction that commits at once; its number. */
  long commit(CampaignId campaignId, long sequence) {
    return add(campaignId, sequence, true);
  }

  /** The same from before there were marks. */
  void commitUnmarked(CampaignId campaignId, long sequence, boolean takesZakat) {
    add(campaignId, sequence, false);
    if (takesZakat) {
      eligible.add(persistenceId(campaignId));
    }
  }

  /** A transaction that does not commit yet. */
  long begin(CampaignId campaignId, long sequence) {
    long xid = commit(campaignId, sequence);
    open.add(xid);
    return xid;
  }

  /** That one commits at last. */
  void end(long xid) {
    open.remove(xid);
  }

  private long add(CampaignId campaignId, long sequence, boolean marked) {
    long xid = nextXid++;
    rows.add(new Row(xid, rows.size(), new Trace(persistenceId(campaignId), sequence, marked)));
    return xid;
  }

  private static String persistenceId(CampaignId campaignId) {
    return CampaignLedger.persistenceId(campaignId).id();
  }

  void failing(boolean fails) {
    failing = fails;
  }

  /** How many pages have been read. */
  int pages() {
    return pages;
  }

  private List<Row> visible() {
    return rows.stream().filter(row -> !open.contains(row.xid())).toList();
  }

  @Override
  public CompletionStage<String> horizon() {
    return answered(
        () -> String.valueOf(open.stream().mapToLong(Long::longValue).min().orElse(nextXid)));
  }

  @Override
  public CompletionStage<List<Trace>> campaigns(String after, int max) {
    pages++;
    return answered(
        () -> {
          TreeMap<String, Trace> newest = new TreeMap<>();
          visible().stream()
              .map(Row::trace)
              .sorted(Comparator.comparingLong(Trace::sequence))
              .forEach(trace -> newest.put(trace.persistenceId(), trace));
          return newest.tailMap(after, false).values().stream().limit(max).toList();
        });
  }

  @Override
  public CompletionStage<List<Step>> steps(Place after, String horizon, int max) {
    pages++;
    long from = Long.parseLong(after.xid());
    return answered(
        () ->
            visible().stream()
                .filter(
                    row ->
                        row.xid() > from
                            || (row.xid() == from && row.ordering() > after.ordering()))
                .filter(row -> row.xid() < Long.parseLong(horizon))
                .limit(max)
                .map(
                    row ->
                        new Step(new Place(String.valueOf(row.xid()), row.ordering()), row.trace()))
                .toList());
  }

  @Override
  public CompletionStage<List<String>> eligible(Collection<String> persistenceIds) {
    return answered(() -> persistenceIds.stream().filter(eligible::contains).toList());
  }

  private <T> CompletionStage<T> answered(Supplier<T> answer) {
    return failing
        ? CompletableFuture.failedFuture(new IllegalStateException("the journal is away"))
        : CompletableFuture.completedFuture(answer.get());
  }
}
