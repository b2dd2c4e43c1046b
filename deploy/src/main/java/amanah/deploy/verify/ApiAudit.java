package amanah.deploy.verify;

import amanah.deploy.client.AmanahClient;
import amanah.deploy.client.Reply;
import amanah.deploy.client.Time;
import amanah.deploy.terminal.Failure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Holds the API against the journal, a few campaigns at a time, while the journal is read.
 *
 * <p>A campaign that has moved on meanwhile is set aside and settled at the end: the API is asked
 * first and the journal is then folded to just the sequence number that it answered, so no race is
 * left. Only a campaign whose API stays behind the journal is asked again, a bounded number of
 * times.
 */
final class ApiAudit implements JournalVisitor, AutoCloseable {

  /** Campaigns that are being asked for at a time. */
  static final int CAMPAIGNS_MAX = 16;

  /** How often what lags behind is asked again, and how long apart. */
  static final int TRIES_MAX = 10;

  private static final Duration TRY_INTERVAL = Duration.ofMillis(500);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final AmanahClient client;
  private final ApiSettings settings;
  private final Time time;
  private final Findings findings;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore places = new Semaphore(CAMPAIGNS_MAX);
  private final ConcurrentLinkedQueue<CampaignTotals> moved = new ConcurrentLinkedQueue<>();
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private final AtomicLong donations = new AtomicLong();
  private @Nullable DonationSample sample;
  private String sampledCampaign = "";

  ApiAudit(AmanahClient client, ApiSettings settings, Time time, Findings findings) {
    this.client = client;
    this.settings = settings;
    this.time = time;
    this.findings = findings;
  }

  /** How many single donations were compared. */
  long donationCount() {
    return donations.get();
  }

  @Override
  public void donation(String campaignId, long sequence, String donationId, long amountMinor) {
    sampleOf(campaignId).donation(donationId, sequence, amountMinor);
  }

  @Override
  public void refund(
      String campaignId, long sequence, String refundId, String donationId, long amountMinor) {
    sampleOf(campaignId).refund(donationId, amountMinor);
  }

  @Override
  public void campaign(CampaignTotals totals) throws InterruptedException {
    List<SampledDonation> taken = sampleOf(totals.campaignId()).taken();
    places.acquire();
    throwFailure();
    threads.execute(() -> ask(totals, taken));
  }

  /** Waits for the answers, and settles what has moved on meanwhile by the journal of now. */
  void settle(JournalAudit journal) throws InterruptedException, SQLException {
    places.acquire(CAMPAIGNS_MAX);
    places.release(CAMPAIGNS_MAX);
    throwFailure();
    for (CampaignTotals totals = moved.poll(); totals != null; totals = moved.poll()) {
      settle(totals, journal);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }

  private DonationSample sampleOf(String campaignId) {
    DonationSample current = sample;
    if (current == null || !sampledCampaign.equals(campaignId)) {
      current = new DonationSample(settings.sampleSize(), settings.seed(), campaignId);
      sampledCampaign = campaignId;
      sample = current;
    }
    return current;
  }

  private void throwFailure() {
    RuntimeException failed = failure.get();
    if (failed != null) {
      throw failed;
    }
  }

  /** What fails here is thrown by the auditing thread. */
  private void ask(CampaignTotals totals, List<SampledDonation> taken) {
    try {
      campaignNow(totals);
      for (SampledDonation donation : taken) {
        donation(totals, donation);
      }
    } catch (InterruptedException givenUp) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failed) {
      failure.compareAndSet(null, failed);
    } finally {
      places.release();
    }
  }

  private void campaignNow(CampaignTotals totals) throws InterruptedException {
    Optional<Answer> answer = read(totals.campaignId(), totals, Check.API_CAMPAIGN);
    if (answer.isPresent()) {
      if (answer.get().sequence() == totals.sequence()) {
        compare(answer.get(), totals);
      } else {
        moved.add(totals);
      }
    }
  }

  private void settle(CampaignTotals totals, JournalAudit journal)
      throws InterruptedException, SQLException {
    Optional<Answer> answer = read(totals.campaignId(), totals, Check.API_CAMPAIGN);
    for (int tries = 1; tries < TRIES_MAX && lags(answer, totals); tries++) {
      time.await(TRY_INTERVAL);
      answer = read(totals.campaignId(), totals, Check.API_CAMPAIGN);
    }
    if (answer.isEmpty()) {
      return;
    }
    long sequence = answer.get().sequence();
    if (lags(answer, totals)) {
      found(
          Check.API_CAMPAIGN,
          totals,
          "found sequence %d, expected at least %d".formatted(sequence, totals.sequence()));
      return;
    }
    Optional<CampaignTotals> there = journal.totalsAt(totals.campaignId(), sequence);
    if (there.isPresent()) {
      compare(answer.get(), there.get());
    } else {
      found(
          Check.API_CAMPAIGN,
          totals,
          "found sequence %d, expected one that the journal has".formatted(sequence));
    }
  }

  private static boolean lags(Optional<Answer> answer, CampaignTotals totals) {
    return answer.isPresent() && answer.get().sequence() < totals.sequence();
  }

  private void compare(Answer answer, CampaignTotals totals) {
    List<String> differences = ApiCampaign.differences(answer.body(), answer.etag(), totals);
    if (!differences.isEmpty()) {
      found(Check.API_CAMPAIGN, totals, "found " + String.join("; ", differences));
    }
  }

  private void donation(CampaignTotals totals, SampledDonation donation)
      throws InterruptedException {
    String path = totals.campaignId() + "/donations/" + donation.donationId();
    Optional<Answer> answer = read(path, totals, Check.API_DONATION);
    donations.incrementAndGet();
    if (answer.isPresent()) {
      List<String> differences = ApiCampaign.differences(answer.get().body(), donation, totals);
      if (!differences.isEmpty()) {
        found(
            Check.API_DONATION,
            totals,
            "found donation %s with %s"
                .formatted(donation.donationId(), String.join("; ", differences)));
      }
    }
  }

  /** What the API answers; that it refuses is a finding. */
  private Optional<Answer> read(String path, CampaignTotals totals, Check check)
      throws InterruptedException {
    try {
      return switch (client.read(path, settings.patience())) {
        case Reply.Success success -> Optional.of(answer(success));
        case Reply.Refused refused -> {
          found(check, totals, "found %s at %s".formatted(refused.code(), path));
          yield Optional.empty();
        }
        case Reply.Later later -> throw new IllegalStateException(later.reason());
      };
    } catch (Failure unanswered) {
      if (!(client.ready() instanceof Reply.Success)) {
        throw unanswered;
      }
      found(check, totals, "found " + path + " unanswered: " + unanswered.getMessage());
      return Optional.empty();
    } catch (IOException notJson) {
      found(check, totals, "found no JSON at " + path);
      return Optional.empty();
    }
  }

  private static Answer answer(Reply.Success success) throws IOException {
    return new Answer(JSON.readTree(success.body()), success.etag());
  }

  private void found(Check check, CampaignTotals totals, String detail) {
    findings.add(new Finding(check, totals.campaignId(), totals.sequence(), detail));
  }

  /** A body and its entity tag. */
  private record Answer(JsonNode body, String etag) {
    long sequence() {
      return body.path("sequence").asLong(-1);
    }
  }
}
