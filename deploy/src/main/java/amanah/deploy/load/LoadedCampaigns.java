package amanah.deploy.load;

import amanah.deploy.client.AmanahClient;
import amanah.deploy.client.CampaignReading;
import amanah.deploy.client.Patience;
import amanah.deploy.client.Reply;
import amanah.deploy.client.Time;
import amanah.deploy.load.loop.DonationBooks;
import amanah.deploy.load.loop.LoadFailure;
import amanah.deploy.load.loop.NumberedDonations;
import amanah.deploy.load.report.BooksCheck;
import amanah.deploy.terminal.ExitCode;
import amanah.deploy.terminal.Failure;
import amanah.id.CampaignId;
import amanah.money.Money;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Campaigns of one load's own: opened before it and held against its books after it. */
final class LoadedCampaigns implements AutoCloseable {

  private static final long GOAL_MINOR = 1_000_000_000_000_000L;
  private static final int AT_A_TIME = 16;
  private static final Patience PATIENCE = Patience.of(Duration.ofSeconds(60));

  private final List<CampaignId> ids;
  private final List<AmanahClient> clients;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory());

  /** Some, at these nodes, whose ids begin with {@code prefix}. */
  LoadedCampaigns(List<URI> uris, String prefix, int count, Time time) {
    this.clients = uris.stream().map(uri -> new AmanahClient(uri, time)).toList();
    this.ids = IntStream.range(0, count).mapToObj(index -> CampaignId.of(prefix + index)).toList();
  }

  List<CampaignId> ids() {
    return ids;
  }

  /** Opens all of them, unless a node does not even answer. */
  void open() throws InterruptedException {
    for (AmanahClient client : clients) {
      if (client.ready() instanceof Reply.Later away) {
        throw new Failure(ExitCode.UNAVAILABLE, away.reason());
      }
    }
    List<Boolean> unused = each(this::open);
  }

  /** Asks for all of them and compares. */
  BooksCheck check(DonationBooks books) throws InterruptedException {
    List<String> findings =
        each(index -> disagreement(index, books)).stream().flatMap(Optional::stream).toList();
    return new BooksCheck(ids.size(), books.acknowledged(), findings);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    clients.forEach(AmanahClient::close);
  }

  private boolean open(int index) throws InterruptedException {
    String id = ids.get(index).value();
    client(index)
        .open(id, "Load " + id, Money.of(GOAL_MINOR, NumberedDonations.CURRENCY), PATIENCE);
    return true;
  }

  private Optional<String> disagreement(int index, DonationBooks books)
      throws InterruptedException {
    String id = ids.get(index).value();
    Optional<CampaignReading> campaign = client(index).campaign(id, PATIENCE);
    return campaign.isEmpty()
        ? Optional.of("campaign " + id + " is gone")
        : books.disagreement(
            index, id, campaign.get().donationCount(), campaign.get().raised().minor());
  }

  private AmanahClient client(int index) {
    return clients.get(index % clients.size());
  }

  /** Something to do with the campaign of an index. */
  @FunctionalInterface
  private interface Step<T> {
    T of(int index) throws InterruptedException;
  }

  private <T> List<T> each(Step<T> step) throws InterruptedException {
    List<Callable<T>> steps = new ArrayList<>();
    IntStream.range(0, ids.size()).forEach(index -> steps.add(() -> step.of(index)));
    List<T> results = new ArrayList<>();
    for (Future<T> future : threads.invokeAll(steps)) {
      try {
        results.add(future.get());
      } catch (ExecutionException failed) {
        if (failed.getCause() instanceof Failure failure) {
          throw failure;
        }
        throw new LoadFailure("a campaign could not be asked: " + failed.getCause(), failed);
      }
    }
    return results;
  }
}
