package amanah.deploy.bench.listen;

import amanah.campaign.application.Reply;
import amanah.campaign.domain.CampaignSummary;
import amanah.deploy.bench.load.Donating;
import amanah.deploy.bench.load.MeasuredCampaigns;
import amanah.deploy.load.loop.DonationBooks;
import amanah.deploy.load.loop.LoadFailure;
import amanah.deploy.load.loop.LoadFigures;
import amanah.deploy.load.loop.LoadReadings;
import amanah.deploy.load.loop.LoadWindow;
import amanah.deploy.load.loop.NumberedDonations;
import amanah.id.CampaignId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Many who listen to one campaign over HTTP while it is given to at a steady rate, whatever becomes
 * of the earlier donations; the latency of one is counted from when it was due.
 */
public final class Listening {

  private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long LOOK_MILLIS = 1;
  private static final long SECOND_NANOS = Duration.ofSeconds(1).toNanos();
  private static final double MILLI_NANOS = 1e6;

  private final InetSocketAddress address;
  private final int listeners;
  private final int perSecond;
  private final LongSupplier nanoTime;
  private final CountDownLatch never = new CountDownLatch(1);

  /** So many listeners at the node at {@code uri}, which has to be on this machine. */
  public Listening(URI uri, int listeners, int perSecond, LongSupplier nanoTime) {
    this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), uri.getPort());
    this.listeners = listeners;
    this.perSecond = perSecond;
    this.nanoTime = nanoTime;
  }

  /**
   * What was reached.
   *
   * @param donations the donations' figures
   * @param events how many events everybody heard
   * @param heardPerSecond events heard a second, of all listeners together
   * @param behindMillis how long after the last receipt the last of them had heard everything
   */
  public record Reached(
      LoadFigures donations, long events, double heardPerSecond, double behindMillis) {

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%,d events, the same for all; %,.0f a second heard by all together; the last %.0f ms"
              + " after its receipt",
          events,
          heardPerSecond,
          behindMillis);
    }
  }

  /**
   * Returns when all have heard everything.
   *
   * @throws LoadFailure when one of them missed something, or heard it twice, or not in time
   */
  public Reached run(
      MeasuredCampaigns campaigns,
      NumberedDonations stream,
      DonationBooks books,
      Duration warmup,
      Duration measured)
      throws InterruptedException {
    List<CampaignListener> all = new ArrayList<>();
    try {
      String campaignId = stream.campaigns().getFirst().value();
      for (int count = 0; count < listeners; count++) {
        CampaignListener listener = new CampaignListener(address, campaignId);
        all.add(listener);
        Thread.ofVirtual().start(() -> listen(listener));
      }
      long began = nanoTime.getAsLong();
      LoadReadings readings = new LoadReadings(LoadWindow.after(began, warmup, measured));
      give(new Donating(campaigns, stream, books), readings, began);
      long receiptsNanos = nanoTime.getAsLong();
      long last = sequence(campaigns, stream.campaigns().getFirst());
      awaitTheSame(all, last);
      long heardNanos = nanoTime.getAsLong();
      return new Reached(
          readings.figures(),
          last,
          (double) last * listeners * SECOND_NANOS / (heardNanos - began),
          (heardNanos - receiptsNanos) / MILLI_NANOS);
    } catch (IOException refused) {
      throw new LoadFailure("not all who wanted to listen could", refused);
    } finally {
      all.forEach(Listening::close);
    }
  }

  /** Returns when the last has its receipt. */
  private void give(Donating donating, LoadReadings readings, long began)
      throws InterruptedException {
    AtomicLong open = new AtomicLong();
    long due = began;
    for (long number = 1; !readings.window().over(due); number++) {
      awaitUntil(due, () -> false);
      give(donating, number, due, readings, open);
      due = began + number * SECOND_NANOS / perSecond;
    }
    awaitUntil(nanoTime.getAsLong() + PATIENCE.toNanos(), () -> open.get() == 0);
    if (open.get() > 0) {
      throw new LoadFailure("donations without an answer: " + open);
    }
  }

  private void give(
      Donating donating, long number, long due, LoadReadings readings, AtomicLong open) {
    open.incrementAndGet();
    var unused =
        donating
            .begin(number)
            .whenComplete(
                (answer, failure) -> {
                  readings.ended(
                      due, nanoTime.getAsLong(), donating.ended(number, answer, failure));
                  open.decrementAndGet();
                });
  }

  /** Returns when all have heard everything up to that event, and the same. */
  private void awaitTheSame(List<CampaignListener> all, long last) throws InterruptedException {
    awaitUntil(
        nanoTime.getAsLong() + PATIENCE.toNanos(),
        () -> all.stream().allMatch(listener -> listener.heard().position() >= last));
    Set<CampaignListener.Heard> heard =
        all.stream().map(CampaignListener::heard).collect(Collectors.toSet());
    CampaignListener.Heard first = heard.iterator().next();
    if (heard.size() > 1 || !first.whole() || first.position() != last) {
      throw new LoadFailure("not everybody heard the same up to %d: %s".formatted(last, heard));
    }
  }

  private void awaitUntil(long deadlineNanos, BooleanSupplier done) throws InterruptedException {
    while (!done.getAsBoolean() && deadlineNanos - nanoTime.getAsLong() > 0) {
      boolean unused = never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private static long sequence(MeasuredCampaigns campaigns, CampaignId campaignId) {
    return switch (campaigns.get(campaignId).toCompletableFuture().join()) {
      case Reply.Done<CampaignSummary> done -> done.value().sequence();
      case Reply.Refused<CampaignSummary> no ->
          throw new LoadFailure("campaign " + campaignId + " answers " + no.refusal());
    };
  }

  private static void listen(CampaignListener listener) {
    try {
      listener.listen();
    } catch (IOException ended) {
      LOG.debug("a listener has heard its last", ended);
    }
  }

  private static void close(CampaignListener listener) {
    try {
      listener.close();
    } catch (IOException unclosed) {
      LOG.debug("a listener's connection was not closed", unclosed);
    }
  }
}
