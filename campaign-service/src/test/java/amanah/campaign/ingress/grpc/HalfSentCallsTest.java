package amanah.campaign.ingress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.common.RequestHeadersBuilder;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.health.v1.HealthGrpc.HealthBlockingStub;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A question that never comes as a whole has an end; the answers to one that has come have none.
 */
class HalfSentCallsTest {

  private static final Duration REQUEST_TIMEOUT = Duration.ofMillis(300);
  private static final long PATIENCE_SECONDS = 60;
  private static final String WATCH = HealthGrpc.getWatchMethod().getFullMethodName();
  private static final String CHECK = HealthGrpc.getCheckMethod().getFullMethodName();
  private static final String NO_DEADLINE = "";
  private static final String AN_HOUR = "1H";
  private static final String GIVEN_UP = "the request did not come as a whole in time";

  private final TwoDoors doors = new TwoDoors(IntakeLimits.USUAL, REQUEST_TIMEOUT);

  @AfterEach
  void close() {
    doors.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {NO_DEADLINE, AN_HOUR})
  void a_question_for_a_stream_that_does_not_come_is_given_up(String deadline) {
    assertThat(halfSent(WATCH, deadline)).contains(GIVEN_UP);
  }

  @ParameterizedTest
  @ValueSource(strings = {NO_DEADLINE, AN_HOUR})
  void a_question_for_one_answer_that_does_not_come_is_given_up(String deadline) {
    assertThat(halfSent(CHECK, deadline)).contains(GIVEN_UP);
  }

  @Test
  void a_stream_whose_question_has_come_lasts_on() {
    Iterator<HealthCheckResponse> words =
        doors.client(HealthBlockingStub.class).watch(HealthCheckRequest.getDefaultInstance());
    assertThat(words.next().getStatus().name()).isEqualTo("SERVING");
    assertThat(halfSent(WATCH, NO_DEADLINE)).as("the usual time is over").contains(GIVEN_UP);

    doors.setReady(false);

    assertThat(words.next().getStatus().name()).isEqualTo("NOT_SERVING");
  }

  /** What is told of a call that has a head and nothing else. */
  private String halfSent(String method, String deadline) {
    RequestHeadersBuilder head =
        RequestHeaders.builder(HttpMethod.POST, "/" + method)
            .set(HttpHeaderNames.CONTENT_TYPE, "application/grpc");
    if (!deadline.isEmpty()) {
      head.set("grpc-timeout", deadline);
    }
    AggregatedHttpResponse answer =
        doors
            .http()
            .execute(HttpRequest.streaming(head.build()))
            .aggregate()
            .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .join();
    return answer.headers() + " " + answer.trailers();
  }
}
