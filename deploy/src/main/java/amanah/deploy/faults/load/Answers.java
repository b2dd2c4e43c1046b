package amanah.deploy.faults.load;

import amanah.client.TryEnd;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.Set;

/** Sorts answers into the classes of {@link Answer}. */
final class Answers {

  /** The refusals that this load provokes; any other is a defect. */
  private static final Set<String> REFUSALS =
      Set.of(
          "409 campaign_not_active",
          "409 illegal_transition",
          "409 refund_exceeds_captured",
          "422 idempotency_mismatch");

  private static final Set<String> NOT_NOW = Set.of("503 unavailable", "503 overloaded");
  private static final String UNKNOWN = "504 timeout";
  private static final String REPLAYED = "Idempotent-Replayed";
  private static final int SUCCESS = 2;
  private static final int SERVER_ERROR = 500;
  private static final ObjectMapper JSON = new ObjectMapper();

  private Answers() {}

  /** The class of what a node said. */
  static Answer of(HttpResponse<String> response) {
    return of(
        response.statusCode(),
        response.body(),
        response.headers().firstValue(REPLAYED).orElse("").equals("true"));
  }

  /** The class of a status and a body. */
  static Answer of(int status, String body, boolean replayed) {
    JsonNode json;
    try {
      json = JSON.readTree(body);
    } catch (IOException notJson) {
      return new Answer.Unclassified(status, "not JSON", body);
    }
    if (status / 100 == SUCCESS) {
      return new Answer.Yes(status, json, replayed);
    }
    String code = json.path("code").asText("none");
    String detail = json.path("detail").asText();
    String answer = status + " " + code;
    if (REFUSALS.contains(answer)) {
      return new Answer.No(status, code);
    }
    if (NOT_NOW.contains(answer)) {
      return new Answer.Ambiguous(Answer.Ambiguous.Kind.NOT_NOW, detail);
    }
    if (UNKNOWN.equals(answer)) {
      return new Answer.Ambiguous(Answer.Ambiguous.Kind.UNKNOWN, detail);
    }
    return new Answer.Unclassified(status, code, detail);
  }

  /** The class of what the client of the gRPC door says of a try without a yes. */
  static Answer of(TryEnd.Failed end) {
    return switch (end) {
      case TryEnd.Refused no -> refusal(no);
      case TryEnd.Defect defect ->
          new Answer.Unclassified(SERVER_ERROR, "internal", defect.reason());
      case TryEnd.NotConnected nobody ->
          new Answer.Ambiguous(Answer.Ambiguous.Kind.NOT_CONNECTED, nobody.reason());
      case TryEnd.NotNow later ->
          new Answer.Ambiguous(Answer.Ambiguous.Kind.NOT_NOW, later.reason());
      case TryEnd.Unknown unknown ->
          new Answer.Ambiguous(Answer.Ambiguous.Kind.UNKNOWN, unknown.reason());
    };
  }

  /** A refusal with the status that it has over HTTP. */
  private static Answer refusal(TryEnd.Refused no) {
    for (String known : REFUSALS) {
      String[] words = known.split(" ", 2);
      if (words[1].equals(no.code())) {
        return new Answer.No(Integer.parseInt(words[0]), no.code());
      }
    }
    return new Answer.Unclassified(0, no.code(), no.detail());
  }

  /** The class of no answer at all. */
  static Answer of(IOException failed) {
    String detail = String.valueOf(failed.getMessage());
    return switch (failed) {
      case ConnectException refused ->
          new Answer.Ambiguous(Answer.Ambiguous.Kind.NOT_CONNECTED, detail);
      case HttpConnectTimeoutException slow ->
          new Answer.Ambiguous(Answer.Ambiguous.Kind.NOT_CONNECTED, detail);
      case HttpTimeoutException silent ->
          new Answer.Ambiguous(Answer.Ambiguous.Kind.SILENT, detail);
      default -> new Answer.Ambiguous(Answer.Ambiguous.Kind.BROKEN, detail);
    };
  }
}
