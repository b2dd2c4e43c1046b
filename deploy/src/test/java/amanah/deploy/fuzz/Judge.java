package amanah.deploy.fuzz;

import amanah.http.ProblemCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Any;
import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What may be answered, whatever was asked. */
final class Judge {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Map<String, ProblemCode> CODES =
      Arrays.stream(ProblemCode.values())
          .collect(Collectors.toMap(ProblemCode::code, Function.identity()));

  /** What may be said of anything that is no proper HTTP, with whatever status fits. */
  private static final Set<String> OF_THE_WIRE = Set.of("malformed", "too_large");

  /** Only somebody in a hurry may be left without knowing. */
  private static final Set<String> UNCERTAIN = Set.of("timeout", "unavailable", "overloaded");

  private static final Set<String> WHOLE_PROTOCOLS_OF_OTHERS =
      Set.of("/grpc.health.v1.Health/Check");

  private Judge() {}

  /**
   * A well formed answer.
   *
   * @param code of a problem, or empty
   */
  record Verdict(boolean yes, String code) {

    static final Verdict YES = new Verdict(true, "");
  }

  /** It breaks a promise; the message says which. */
  static final class Wrong extends Exception {

    Wrong(String what) {
      super(what);
    }
  }

  static Verdict http(Attempt.Http request, Outcome.Answered answer) throws Wrong {
    if (isOfTheWire(answer)) {
      return new Verdict(false, "headers too large");
    }
    requireIdentity(answer);
    if (answer.status() < 400) {
      if (answer.header("content-type").startsWith("application/json")
          && !answer.body().isEmpty()) {
        json(answer);
      }
      return Verdict.YES;
    }
    return request.method().equals("HEAD") ? new Verdict(false, "") : problem(answer, false);
  }

  /** An answer of problem+json. */
  static Verdict problem(Outcome.Answered answer, boolean hurried) throws Wrong {
    require(answer.status() < 500 || answer.status() == 503 || answer.status() == 504, "a failure");
    require(
        answer.header("content-type").startsWith("application/problem+json"),
        "an error that is no problem+json");
    JsonNode problem = json(answer);
    String name = problem.path("code").asText();
    ProblemCode code = CODES.get(name);
    require(code != null, "an unknown code");
    require(problem.path("type").asText().equals("urn:amanah:problem:" + name), "another type");
    require(problem.path("title").isTextual(), "no title");
    require(!problem.path("detail").asText().isBlank(), "no detail");
    require(problem.path("status").asInt() == answer.status(), "another status in the body");
    require(
        OF_THE_WIRE.contains(name) || (code != null && code.status().code() == answer.status()),
        "another status than the code's");
    for (JsonNode error : problem.path("errors")) {
      require(error.path("field").isTextual() && error.path("message").isTextual(), "no error");
    }
    require(hurried || !UNCERTAIN.contains(name), "an outcome that nobody knows");
    return new Verdict(false, name);
  }

  static Verdict rpc(Attempt.Rpc call, Outcome.Answered answer) throws Wrong {
    requireIdentity(answer);
    String said = answer.trailer("grpc-status");
    if (answer.status() != 200 || said.isEmpty()) {
      return problem(answer, call.hurried());
    }
    Status.Code status = Status.fromCodeValue(Integer.parseInt(said)).getCode();
    require(
        status != Status.Code.INTERNAL
            && status != Status.Code.UNKNOWN
            && status != Status.Code.DATA_LOSS,
        "a failure");
    boolean others = WHOLE_PROTOCOLS_OF_OTHERS.contains(call.method().path());
    if (status == Status.Code.OK || (others && status == Status.Code.NOT_FOUND)) {
      return Verdict.YES;
    }
    ErrorInfo info = info(answer).orElseThrow(() -> new Wrong("a status without ErrorInfo"));
    require(info.getDomain().equals("amanah"), "another domain");
    require(CODES.containsKey(info.getReason()), "an unknown code");
    require(!answer.trailer("grpc-message").isBlank(), "no message");
    require(call.hurried() || !UNCERTAIN.contains(info.getReason()), "an outcome nobody knows");
    return new Verdict(false, info.getReason());
  }

  private static Optional<ErrorInfo> info(Outcome.Answered answer) throws Wrong {
    try {
      byte[] details = Base64.getDecoder().decode(answer.trailer("grpc-status-details-bin"));
      for (Any detail : com.google.rpc.Status.parseFrom(details).getDetailsList()) {
        if (detail.is(ErrorInfo.class)) {
          return Optional.of(detail.unpack(ErrorInfo.class));
        }
      }
      return Optional.empty();
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new Wrong("details that cannot be read: " + unreadable);
    }
  }

  /** A server may close on noise without a word, or with words; a failure is not among them. */
  static void noise(List<String> words) throws Wrong {
    for (String word : words) {
      require(!word.startsWith("5") || word.startsWith("503"), "a failure");
      require(!word.equals("away 2") && !word.equals("reset 2"), "an internal error");
    }
  }

  /** What HTTP/2's codec says of too many headers, before there is a request that has a name. */
  private static boolean isOfTheWire(Outcome.Answered answer) {
    return answer.headers().equals(Map.of(":status", "431"));
  }

  private static void requireIdentity(Outcome.Answered answer) throws Wrong {
    require(!answer.header("x-request-id").isBlank(), "no X-Request-Id");
  }

  private static JsonNode json(Outcome.Answered answer) throws Wrong {
    try {
      return MAPPER.readTree(answer.body().array());
    } catch (IOException unreadable) {
      throw new Wrong("a body that is no JSON: " + unreadable);
    }
  }

  private static void require(boolean holds, String otherwise) throws Wrong {
    if (!holds) {
      throw new Wrong(otherwise);
    }
  }
}
