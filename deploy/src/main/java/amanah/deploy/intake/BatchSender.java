package amanah.deploy.intake;

import amanah.deploy.client.AmanahClient;
import amanah.deploy.client.Backoff;
import amanah.deploy.client.Patience;
import amanah.deploy.client.Reply;
import amanah.deploy.client.Time;
import amanah.deploy.terminal.ExitCode;
import amanah.deploy.terminal.Failure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Sends a batch until each of its rows is settled: recorded, replayed or refused for good.
 *
 * <p>Whatever was not answered, or refused for the moment, is sent again under the same ids, so a
 * row whose first try was recorded without an answer comes back as a replay.
 */
final class BatchSender {

  private static final Set<String> MOMENTARY =
      Set.of("overloaded", "unavailable", "timeout", "rate_limited");
  private static final Set<Integer> ABOUT_THE_REQUEST = Set.of(401, 403, 404, 405, 413, 415);

  private final AmanahClient client;
  private final String campaignId;
  private final Patience patience;
  private final Time time;

  BatchSender(AmanahClient client, String campaignId, Patience patience, Time time) {
    this.client = client;
    this.campaignId = campaignId;
    this.patience = patience;
    this.time = time;
  }

  BatchOutcome send(Batch batch) throws InterruptedException {
    Settlement settlement = new Settlement(batch.unreadable());
    List<Entry.Sendable> unsettled = batch.rows();
    Backoff backoff = new Backoff(patience, time);
    while (!unsettled.isEmpty()) {
      List<Entry.Sendable> sent = unsettled;
      Reply reply = client.record(campaignId, DonationJson.encode(sent));
      switch (reply) {
        case Reply.Success success -> {
          unsettled = settlement.apply(sent, results(success, sent));
          if (unsettled.size() < sent.size()) {
            backoff.progressed();
          }
          if (!unsettled.isEmpty()) {
            backoff.await(new Reply.Later(settlement.reason(), true, Duration.ZERO));
          }
        }
        case Reply.Refused refused -> {
          settlement.refuseAll(sent, definite(refused));
          unsettled = List.of();
        }
        case Reply.Later later -> backoff.await(later);
      }
    }
    return settlement.outcome();
  }

  private Reply.Refused definite(Reply.Refused refused) {
    if (ABOUT_THE_REQUEST.contains(refused.status())) {
      throw client.unexpected(refused);
    }
    return refused;
  }

  private List<DonationJson.Result> results(Reply.Success success, List<Entry.Sendable> sent) {
    List<DonationJson.Result> results;
    try {
      results = DonationJson.decode(success.body());
    } catch (IOException notJson) {
      throw incomprehensible("it is not JSON", notJson);
    }
    if (results.size() != sent.size()) {
      throw incomprehensible(
          "it has " + results.size() + " results for " + sent.size() + " donations",
          new IOException("results"));
    }
    for (int index = 0; index < sent.size(); index++) {
      String donationId = sent.get(index).donationId();
      if (!results.get(index).donationId().equals(donationId)) {
        throw incomprehensible(
            "result " + index + " is not for donation " + donationId, new IOException("order"));
      }
    }
    return results;
  }

  private Failure incomprehensible(String what, IOException cause) {
    return new Failure(
        ExitCode.UNAVAILABLE,
        "the answer of " + client.base() + " to a batch makes no sense: " + what,
        cause);
  }

  /** The tally of one batch. */
  private static final class Settlement {

    private final List<Entry.Refused> refused;
    private long imported;
    private long replayed;
    private String reason = "";

    Settlement(List<Entry.Refused> unreadable) {
      this.refused = new ArrayList<>(unreadable);
    }

    /** Settles what is definite and returns the rest. */
    List<Entry.Sendable> apply(List<Entry.Sendable> sent, List<DonationJson.Result> results) {
      List<Entry.Sendable> unsettled = new ArrayList<>();
      for (int index = 0; index < sent.size(); index++) {
        Entry.Sendable row = sent.get(index);
        DonationJson.Result result = results.get(index);
        if (!result.status().equals("refused")) {
          imported += result.replayed() ? 0 : 1;
          replayed += result.replayed() ? 1 : 0;
        } else if (MOMENTARY.contains(result.code())) {
          unsettled.add(row);
          reason = "the campaign answers " + result.code() + ": " + result.detail();
        } else {
          refused.add(row.refused(result.code(), result.detail()));
        }
      }
      return unsettled;
    }

    void refuseAll(List<Entry.Sendable> sent, Reply.Refused answer) {
      for (Entry.Sendable row : sent) {
        refused.add(row.refused(answer.code(), answer.detail()));
      }
    }

    String reason() {
      return reason;
    }

    BatchOutcome outcome() {
      refused.sort(Comparator.comparingLong(Entry.Refused::line));
      return new BatchOutcome(imported, replayed, List.copyOf(refused));
    }
  }
}
