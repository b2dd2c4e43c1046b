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
import java.util.ArrayList;
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
 * left. What the API does not know yet, though the journal has it, may be a commit that its
 * campaign has not heard of: that is asked again, a bounded number of times.
 */
final class ApiAudit implements JournalVisitor, AutoCloseable {

  /** Campaigns that are being asked for at a time. */
  static final int CAMPAIGNS_MAX = 16;

  /** How often what lags behind is asked again, and how long apart. */
  static final int ROUNDS_MAX = 10;

  private static final Duration ROUND_INTERVAL = Duration.ofMillis(500);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final AmanahClient client;
  private final ApiSettings settings;
  private final Time time;
  private final Findings findings;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore places = new Semaphore(CAMPAIGNS_MAX);
  private final ConcurrentLinkedQueue<Question> unsettled = new ConcurrentLinkedQueue<>();
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

  /**
   * Waits for the answers, and settles by the journal of now what has moved on meanwhile; what lags
   * behind the journal is asked again in a few rounds.
   */
  void settle(JournalAudit journal) throws InterruptedException, SQLException {
    places.acquire(CAMPAIGNS_MAX);
    places.release(CAMPAIGNS_MAX);
    throwFailure();
    List<Question> left = List.copyOf(unsettled);
    for (int round = 1; round <= ROUNDS_MAX && !left.isEmpty(); round++) {
      if (round > 1) {
        time.await(ROUND_INTERVAL);
      }
      left = askedAgain(left, journal, round == ROUNDS_MAX);
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
      ask(new Question(totals, null));
      for (SampledDonation donation : taken) {
        ask(new Question(totals, donation));
        donations.incrementAndGet();
      }
    } catch (InterruptedException givenUp) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failed) {
      failure.compareAndSet(null, failed);
    } finally {
      places.release();
    }
  }

  private void ask(Question question) throws InterruptedException {
    switch (answered(question)) {
      case Verdict.Agrees agrees -> {}
      case Verdict.Differs differs -> found(question, differs.detail());
      case Verdict.Lags lags -> unsettled.add(question);
      case Verdict.Ahead ahead -> unsettled.add(question);
    }
  }

  private List<Question> askedAgain(List<Question> questions, JournalAudit journal, boolean last)
      throws InterruptedException, SQLException {
    List<Question> left = new ArrayList<>();
    for (Question question : questions) {
      switch (answered(question)) {
        case Verdict.Agrees agrees -> {}
        case Verdict.Differs differs -> found(question, differs.detail());
        case Verdict.Lags lags when last -> found(question, lags.detail());
        case Verdict.Lags lags -> left.add(question);
        case Verdict.Ahead ahead -> settle(question, ahead.answer(), journal);
      }
    }
    return left;
  }

  /** The journal of now has been where the API was a moment ago. */
  private void settle(Question question, Answer answer, JournalAudit journal) throws SQLException {
    Optional<CampaignTotals> there =
        journal.totalsAt(question.totals().campaignId(), answer.sequence());
    if (there.isEmpty()) {
      found(
          question,
          "found sequence %d, expected one that the journal has".formatted(answer.sequence()));
    } else if (compared(answer, there.get()) instanceof Verdict.Differs differs) {
      found(new Question(there.get(), null), differs.detail());
    }
  }

  private Verdict answered(Question question) throws InterruptedException {
    try {
      return switch (client.read(question.path(), settings.patience())) {
        case Reply.Success success -> compared(question, answer(success));
        case Reply.Refused refused ->
            new Verdict.Lags("found %s at %s".formatted(refused.code(), question.path()));
        case Reply.Later later -> throw new IllegalStateException(later.reason());
      };
    } catch (Failure unanswered) {
      if (!(client.ready() instanceof Reply.Success)) {
        throw unanswered;
      }
      return new Verdict.Differs(
          "found %s unanswered: %s".formatted(question.path(), unanswered.getMessage()));
    } catch (IOException notJson) {
      return new Verdict.Differs("found no JSON at " + question.path());
    }
  }

  private static Verdict compared(Question question, Answer answer) {
    SampledDonation donation = question.donation();
    if (donation != null) {
      List<String> differences =
          ApiCampaign.differences(answer.body(), donation, question.totals());
      return differences.isEmpty()
          ? new Verdict.Agrees()
          : new Verdict.Lags(
              "found donation %s with %s"
                  .formatted(donation.donationId(), String.join("; ", differences)));
    }
    long sequence = answer.sequence();
    long known = question.totals().sequence();
    if (sequence == known) {
      return compared(answer, question.totals());
    }
    return sequence > known
        ? new Verdict.Ahead(answer)
        : new Verdict.Lags("found sequence %d, expected at least %d".formatted(sequence, known));
  }

  private static Verdict compared(Answer answer, CampaignTotals totals) {
    List<String> differences = ApiCampaign.differences(answer.body(), answer.etag(), totals);
    return differences.isEmpty()
        ? new Verdict.Agrees()
        : new Verdict.Differs("found " + String.join("; ", differences));
  }

  private static Answer answer(Reply.Success success) throws IOException {
    return new Answer(JSON.readTree(success.body()), success.etag());
  }

  private void found(Question question, String detail) {
    CampaignTotals totals = question.totals();
    Check check = question.donation() == null ? Check.API_CAMPAIGN : Check.API_DONATION;
    findings.add(new Finding(check, totals.campaignId(), totals.sequence(), detail));
  }

  /** What the API is asked for: a campaign, or one of its donations. */
  private record Question(CampaignTotals totals, @Nullable SampledDonation donation) {

    String path() {
      return donation == null
          ? totals.campaignId()
          : totals.campaignId() + "/donations/" + donation.donationId();
    }
  }

  /** A body and its entity tag. */
  private record Answer(JsonNode body, String etag) {

    long sequence() {
      return body.path("sequence").asLong(-1);
    }
  }

  /** What an answer says beside the journal. */
  private sealed interface Verdict {

    record Agrees() implements Verdict {}

    record Differs(String detail) implements Verdict {}

    /** Perhaps a commit that the API has not heard of yet. */
    record Lags(String detail) implements Verdict {}

    /** The API knows of events that came after the journal was read. */
    record Ahead(Answer answer) implements Verdict {}
  }
}
