package amanah.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.http.BadRequest;
import amanah.http.FieldErrors;
import amanah.http.Problem;
import amanah.http.ProblemCode;
import io.grpc.InternalMetadata;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrpcProblemTest {

  private static final int CLIENTS_HEADERS_BYTES = 8 * 1024;

  /** The table of the public contract: what a status of HTTP is in gRPC. */
  private static final Map<Integer, Set<Status.Code>> CONTRACT =
      Map.ofEntries(
          Map.entry(400, Set.of(Status.Code.INVALID_ARGUMENT)),
          Map.entry(401, Set.of(Status.Code.UNAUTHENTICATED)),
          Map.entry(403, Set.of(Status.Code.PERMISSION_DENIED)),
          Map.entry(404, Set.of(Status.Code.NOT_FOUND, Status.Code.UNIMPLEMENTED)),
          Map.entry(405, Set.of(Status.Code.UNIMPLEMENTED)),
          Map.entry(408, Set.of(Status.Code.DEADLINE_EXCEEDED)),
          Map.entry(409, Set.of(Status.Code.ALREADY_EXISTS, Status.Code.FAILED_PRECONDITION)),
          Map.entry(412, Set.of(Status.Code.ABORTED)),
          Map.entry(413, Set.of(Status.Code.INVALID_ARGUMENT)),
          Map.entry(415, Set.of(Status.Code.INVALID_ARGUMENT)),
          Map.entry(422, Set.of(Status.Code.FAILED_PRECONDITION)),
          Map.entry(428, Set.of(Status.Code.INVALID_ARGUMENT)),
          Map.entry(429, Set.of(Status.Code.RESOURCE_EXHAUSTED)),
          Map.entry(500, Set.of(Status.Code.INTERNAL)),
          Map.entry(503, Set.of(Status.Code.UNAVAILABLE)),
          Map.entry(504, Set.of(Status.Code.DEADLINE_EXCEEDED)),
          Map.entry(507, Set.of(Status.Code.RESOURCE_EXHAUSTED)));

  @ParameterizedTest
  @EnumSource(ProblemCode.class)
  void every_code_has_the_status_of_the_contract(ProblemCode code) {
    assertThat(CONTRACT.get(code.status().code())).contains(GrpcProblem.status(code));
  }

  @ParameterizedTest
  @EnumSource(ProblemCode.class)
  void only_what_may_be_repeated_says_when(ProblemCode code) {
    Metadata trailers = new Metadata();
    var unused = GrpcProblem.write(Problem.of(code, "why"), null, trailers);

    boolean retry =
        trailers.get(GrpcProblem.DETAILS).getDetailsList().stream()
            .anyMatch(detail -> detail.is(com.google.rpc.RetryInfo.class));
    assertThat(retry).isEqualTo(Set.of(429, 503).contains(code.status().code()));
  }

  @Test
  void the_trailers_of_the_longest_problem_fit_into_what_clients_take() {
    Metadata trailers = new Metadata();
    Status status = GrpcProblem.write(longest(), null, trailers);

    int bytes = 3 * String.valueOf(status.getDescription()).length() * 3;
    for (byte[] part : InternalMetadata.serialize(trailers)) {
      bytes += part.length * 4 / 3;
    }
    assertThat(bytes).isLessThan(CLIENTS_HEADERS_BYTES);
  }

  private static Problem longest() {
    FieldErrors errors = new FieldErrors();
    for (int field = 0; field < 50; field++) {
      errors.add(ProblemCode.INVALID_FIELD, "\u06e9".repeat(64), "\u06e9".repeat(400));
    }
    try {
      errors.refuseIfAny();
    } catch (BadRequest longest) {
      return longest.problem();
    }
    throw new AssertionError("nothing was wrong");
  }
}
