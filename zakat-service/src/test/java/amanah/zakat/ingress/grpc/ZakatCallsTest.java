package amanah.zakat.ingress.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import amanah.testing.Reflected;
import amanah.testing.parity.Asking;
import amanah.testing.parity.Told;
import amanah.v1.GetZakatFundRequest;
import amanah.v1.ZakatServiceGrpc;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the calls about zakat have that HTTP says otherwise, or cannot say. */
class ZakatCallsTest {

  private final TwoZakatDoors doors = new TwoZakatDoors();

  @AfterEach
  void close() {
    doors.close();
  }

  private static StatusRuntimeException refused(Runnable call) {
    return catchThrowableOfType(StatusRuntimeException.class, call::run);
  }

  private Told asked(String call, String text) {
    return Asking.overGrpc(doors, Rows.question(call, text));
  }

  @Test
  void a_question_that_was_chosen_is_read_as_such_even_when_it_says_nothing() {
    assertThat(asked("CalculateZakat", "simple { }").errors())
        .containsExactly(
            "wealth is missing, expected an amount of money",
            "nisab is missing, expected an amount of money");
    assertThat(asked("CalculateZakat", "full { }").errors())
        .containsExactly(
            "currency is missing, expected the ISO 4217 code of all amounts",
            "assets is missing, expected an array of what is owned");
    assertThat(asked("PublishZakatPrices", "publication_id: 'p' nisab { }").errors())
        .first()
        .isEqualTo("profile is missing, expected the profile whose income rule it belongs to");
  }

  @Test
  void a_callers_deadline_bounds_what_is_asked_and_ends_the_call() {
    doors.zakat.answerAfter(new CompletableFuture<>());

    StatusRuntimeException late =
        refused(
            () -> {
              var unused =
                  doors
                      .calls()
                      .withDeadlineAfter(800, TimeUnit.MILLISECONDS)
                      .getZakatFund(GetZakatFundRequest.getDefaultInstance());
            });

    assertThat(late.getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
    assertThat(doors.zakat.patiences())
        .singleElement()
        .satisfies(
            patience -> assertThat(patience).isBetween(Duration.ZERO, Duration.ofMillis(800)));
  }

  @Test
  void a_question_may_be_larger_than_a_request_and_has_its_own_bound() {
    assertThat(asked("CalculateZakat", question(150_000)).code()).isEqualTo("invalid_field");
    assertThat(asked("CalculateZakat", question(300_000)).code()).isEqualTo("too_large");
    assertThat(asked("AssessZakat", question(150_000)).code()).isEqualTo("invalid_field");
    assertThat(asked("DistributeZakat", "note: '" + "n".repeat(70_000) + "'").code())
        .isEqualTo("too_large");
  }

  private static String question(int characters) {
    return "full { profile: '" + "p".repeat(characters) + "' }";
  }

  @Test
  void health_and_reflection_know_zakat() {
    assertThat(
            doors
                .client(HealthGrpc.HealthBlockingStub.class)
                .check(
                    HealthCheckRequest.newBuilder()
                        .setService(ZakatServiceGrpc.SERVICE_NAME)
                        .build())
                .getStatus())
        .isEqualTo(ServingStatus.SERVING);
    assertThat(Reflected.services(doors.client(ServerReflectionGrpc.ServerReflectionStub.class)))
        .contains(ZakatServiceGrpc.SERVICE_NAME);
  }
}
