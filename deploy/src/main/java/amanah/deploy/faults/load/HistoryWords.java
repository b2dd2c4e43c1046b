package amanah.deploy.faults.load;

import amanah.campaign.domain.CampaignStatus;
import amanah.deploy.faults.history.Answered;
import amanah.deploy.faults.history.Asked;
import amanah.deploy.faults.history.Digest;
import amanah.deploy.faults.history.HistoryCall;
import amanah.deploy.faults.history.Names;
import amanah.deploy.faults.history.State;
import amanah.deploy.faults.history.Told;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;

/** Puts requests and answers of the HTTP contract into the words of a campaign's history. */
final class HistoryWords {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CAMPAIGN = 3;
  private static final int PART = 4;
  private static final int DONATION = 5;

  private final Names names;

  /** What was asked of which campaign. */
  record Question(String campaignId, Asked asked) {}

  HistoryWords(Names names) {
    this.names = names;
  }

  /** All tries together were refused for good. */
  static Answered refused() {
    return Answered.only(Told.REFUSED);
  }

  /** What a request asks of a campaign; empty when it is about something else. */
  Optional<Question> question(Request request) {
    String[] path = request.path().split("/", -1);
    if (path.length < CAMPAIGN || !path[2].equals("campaigns")) {
      return Optional.empty();
    }
    JsonNode body = body(request);
    String campaign = path.length == CAMPAIGN ? body.path("campaignId").asText() : path[CAMPAIGN];
    return asked(request.method(), path, body).map(asked -> new Question(campaign, asked));
  }

  private Optional<Asked> asked(String method, String[] path, JsonNode body) {
    String call = method + " " + path.length + (path.length > PART ? " " + path[PART] : "");
    return switch (call) {
      case "POST 3" -> asked(HistoryCall.OPEN, Names.opening(), State.UNSEEN, State.UNSEEN);
      case "GET 4" -> asked(HistoryCall.READ, State.UNSEEN, State.UNSEEN, State.UNSEEN);
      case "PATCH 4" -> asked(HistoryCall.AMEND, amendment(body), State.UNSEEN, State.UNSEEN);
      case "PUT 5 status" ->
          asked(
              HistoryCall.CHANGE_STATUS,
              Names.change(body.path("reason").asText()),
              State.UNSEEN,
              status(body));
      case "POST 5 donations" -> {
        long donation = names.donation(body.path("donationId").asText());
        yield asked(HistoryCall.DONATE, donation, donation, minor(body.path("amount")));
      }
      case "GET 6 donations" ->
          asked(
              HistoryCall.READ_DONATION,
              State.UNSEEN,
              names.donation(path[DONATION]),
              State.UNSEEN);
      case "POST 7 donations" ->
          asked(
              HistoryCall.REFUND,
              Names.refund(body.path("refundId").asText()),
              names.donation(path[DONATION]),
              minor(body.path("amount")));
      default -> Optional.empty();
    };
  }

  private static Optional<Asked> asked(HistoryCall call, long name, long donation, long wanted) {
    return Optional.of(new Asked(call, name, donation, wanted));
  }

  private static long amendment(JsonNode body) {
    return body.has("title")
        ? Names.title(body.path("title").asText())
        : Names.goal(minor(body.path("goal")));
  }

  /** What a try told. */
  Answered answered(HistoryCall call, Answer answer) {
    return switch (answer) {
      case Answer.Yes yes -> yes(call, yes);
      case Answer.No no -> no(no.code());
      case Answer.Unclassified defect -> no(defect.code());
      case Answer.Ambiguous unknown -> Answered.only(Told.UNKNOWN);
    };
  }

  private static Answered no(String code) {
    return Answered.only(Told.refusal(code).orElse(Told.UNKNOWN));
  }

  private static Answered yes(HistoryCall call, Answer.Yes yes) {
    Told told = yes.replayed() ? Told.REPLAYED : Told.YES;
    JsonNode body = yes.body();
    long sequence = body.path("sequence").asLong();
    return switch (call) {
      case OPEN, CHANGE_STATUS, AMEND, READ ->
          new Answered(told, sequence, State.UNSEEN, State.UNSEEN, summary(body));
      case DONATE ->
          new Answered(told, sequence, minor(body.path("amount")), State.UNSEEN, progress(body));
      case REFUND ->
          new Answered(
              told,
              sequence,
              minor(body.path("amount")),
              minor(body.path("refunded")),
              progress(body));
      case READ_DONATION ->
          new Answered(
              told,
              body.path("history").path(0).path("sequence").asLong(),
              minor(body.path("amount")),
              minor(body.path("refunded")),
              State.NOTHING);
    };
  }

  private static State summary(JsonNode body) {
    return new State(
        status(body),
        minor(body.path("raised")),
        body.path("donationCount").asLong(),
        body.path("donorCount").asLong(),
        minor(body.path("goal")),
        Digest.of(body.path("title").asText()),
        body.path("milestonesReached").size());
  }

  private static State progress(JsonNode body) {
    JsonNode campaign = body.path("campaign");
    return State.progress(minor(campaign.path("raised")), campaign.path("donationCount").asLong());
  }

  @SuppressWarnings("EnumOrdinal") // a number that one process writes and reads
  private static long status(JsonNode body) {
    return CampaignStatus.valueOf(body.path("status").asText().toUpperCase(Locale.ROOT)).ordinal();
  }

  private static long minor(JsonNode money) {
    return Bodies.minor(money.path("amount").asText());
  }

  private static JsonNode body(Request request) {
    try {
      return JSON.readTree(request.body());
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException("a request of the load is not JSON", impossible);
    }
  }
}
