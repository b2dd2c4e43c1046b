package amanah.campaign.ingress.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import amanah.testing.Reflected;
import amanah.testing.parity.Asking;
import amanah.testing.parity.Told;
import amanah.v1.CampaignServiceGrpc;
import amanah.v1.CampaignServiceGrpc.CampaignServiceBlockingStub;
import amanah.v1.DonateAllRequest;
import amanah.v1.DonateRequest;
import amanah.v1.DonateResponse;
import amanah.v1.DonationServiceGrpc;
import amanah.v1.DonationServiceGrpc.DonationServiceBlockingStub;
import amanah.v1.GetCampaignRequest;
import amanah.v1.IntakeServiceGrpc;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.RequestHeaders;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.stub.MetadataUtils;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrpcDoorTest {

  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private static final Set<String> CUT_OFF = Set.of("", "00", "0000", "00000000ff");
  private static final Metadata.Key<String> REQUEST_ID = key("x-request-id");
  private static final Metadata.Key<String> TRACEPARENT = key("traceparent");

  private final TwoDoors doors = new TwoDoors();

  @AfterEach
  void close() {
    doors.close();
  }

  private static Metadata.Key<String> key(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }

  private CampaignServiceBlockingStub campaigns() {
    return doors.client(CampaignServiceBlockingStub.class);
  }

  private DonationServiceBlockingStub donations() {
    return doors.client(DonationServiceBlockingStub.class);
  }

  private void openWell() {
    assertThat(campaigns().openCampaign(Samples.well("well").build()).getReplayed()).isFalse();
  }

  private static DonateRequest donation(String id) {
    return DonateRequest.newBuilder()
        .setCampaignId("well")
        .setDonation(Samples.donation(id))
        .build();
  }

  /** What is told of a call that is the caller's mistake. */
  private static Told mistaken(Supplier<?> call) {
    StatusRuntimeException refused =
        refused(
            () -> {
              var unused = call.get();
            });
    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    return Asking.refused(refused);
  }

  private static StatusRuntimeException refused(Runnable call) {
    return catchThrowableOfType(StatusRuntimeException.class, call::run);
  }

  @Test
  void the_callers_request_id_and_trace_come_back() {
    Metadata sent = new Metadata();
    sent.put(REQUEST_ID, "abc-1");
    sent.put(TRACEPARENT, TRACE);
    AtomicReference<Metadata> headers = new AtomicReference<>();
    CampaignServiceBlockingStub client =
        campaigns()
            .withInterceptors(
                MetadataUtils.newAttachHeadersInterceptor(sent),
                MetadataUtils.newCaptureMetadataInterceptor(headers, new AtomicReference<>()));

    client.openCampaign(Samples.well("well").build());
    Metadata came = Objects.requireNonNull(headers.get());
    assertThat(came.get(REQUEST_ID)).isEqualTo("abc-1");
    assertThat(came.get(TRACEPARENT)).isEqualTo(TRACE);

    StatusRuntimeException none = refused(() -> client.getCampaign(get("none")));
    assertThat(Objects.requireNonNull(none.getTrailers()).get(REQUEST_ID)).isEqualTo("abc-1");
  }

  private static GetCampaignRequest get(String campaignId) {
    return GetCampaignRequest.newBuilder().setCampaignId(campaignId).build();
  }

  @Test
  void a_callers_deadline_bounds_what_is_asked_and_ends_the_call() {
    openWell();
    doors.campaigns.answerAfter(new CompletableFuture<>());

    StatusRuntimeException late =
        refused(
            () ->
                donations().withDeadlineAfter(800, TimeUnit.MILLISECONDS).donate(donation("d-1")));

    assertThat(late.getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
    assertThat(doors.campaigns.patiences())
        .last()
        .satisfies(
            patience -> assertThat(patience).isBetween(Duration.ZERO, Duration.ofMillis(800)));
  }

  @Test
  void a_call_without_a_deadline_ends_as_one_over_http_does_and_tells_the_name_it_used() {
    try (TwoDoors hasty = new TwoDoors(IntakeLimits.USUAL, Duration.ofSeconds(2))) {
      hasty.campaigns.answerAfter(new CompletableFuture<>());

      StatusRuntimeException late =
          refused(
              () -> {
                var unused =
                    hasty
                        .client(DonationServiceBlockingStub.class)
                        .donate(
                            DonateRequest.newBuilder()
                                .setCampaignId("well")
                                .setDonation(Samples.donation("x"))
                                .build());
              });

      Told told = Asking.refused(late);
      assertThat(late.getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
      assertThat(told.code()).isEqualTo("timeout");
      assertThat(told.names()).containsEntry("donationId", "x");
    }
  }

  @Test
  void an_end_that_is_named_and_cleared_is_refused() {
    openWell();

    Told both =
        mistaken(
            () ->
                campaigns()
                    .amendCampaign(
                        Samples.amendment().setEndsAt(Samples.LATER).setClearEndsAt(true).build()));

    assertThat(both.detail()).startsWith("clearEndsAt stands beside endsAt");
  }

  @Test
  void a_donation_without_a_name_is_an_invalid_argument() {
    openWell();

    Told nameless =
        mistaken(
            () -> donations().donate(Samples.to("well", Samples.donation("x").clearDonationId())));

    assertThat(nameless.code()).isEqualTo("name_required");
  }

  @Test
  void a_stopping_door_finishes_what_it_took_and_takes_no_more() {
    openWell();
    CompletableFuture<Void> opening = new CompletableFuture<>();
    long before = doors.campaigns.asked();
    doors.campaigns.answerAfter(opening);
    CompletableFuture<DonateResponse> inFlight =
        CompletableFuture.supplyAsync(() -> donations().donate(donation("d-1")));
    doors.campaigns.awaitAsked(before + 1);
    CampaignServiceBlockingStub client = campaigns();

    CompletableFuture<Void> stopped = doors.stop().toCompletableFuture();
    StatusRuntimeException late = refused(() -> client.getCampaign(get("well")));

    assertThat(late.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(Asking.refused(late).code()).isEqualTo("unavailable");
    assertThat(Asking.refused(late).retry()).isTrue();
    opening.complete(null);
    assertThat(inFlight.join().getDonationId()).isEqualTo("d-1");
    assertThat(stopped).succeedsWithin(Duration.ofSeconds(60));
  }

  @Test
  void a_message_that_is_too_large_is_refused_by_its_calls_own_limit() {
    openWell();
    StatusRuntimeException large =
        refused(
            () ->
                donations()
                    .donate(
                        DonateRequest.newBuilder()
                            .setCampaignId("well")
                            .setDonation(Samples.donation("d").setMessage("x".repeat(70_000)))
                            .build()));
    assertThat(large.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(Asking.refused(large).code()).isEqualTo("too_large");

    DonateAllRequest.Builder many = DonateAllRequest.newBuilder().setCampaignId("well");
    for (int number = 0; number < 2_000; number++) {
      many.addDonations(Samples.donation("d-" + number).setMessage("x".repeat(100)));
    }
    assertThat(many.build().getSerializedSize()).isGreaterThan(100_000);
    assertThat(donations().donateAll(many.build()).getResultsCount()).isEqualTo(2_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "00", "0000", "00000000ff", "0000000002ffff", "0100000000", "ff00000000"})
  void bytes_that_are_no_message_are_malformed_and_never_internal(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    for (String call :
        List.of(
            CampaignServiceGrpc.getGetCampaignMethod().getFullMethodName(),
            IntakeServiceGrpc.getDonateMethod().getFullMethodName())) {
      AggregatedHttpResponse response = post("/" + call, "application/grpc", bytes);
      String status =
          response.headers().get("grpc-status", response.trailers().get("grpc-status", "none"));

      // What a stream ends in the middle of is no message, and has no receipt.
      boolean cutOff = call.contains("Intake") && CUT_OFF.contains(hex);
      assertThat(status)
          .as(call + ": " + response.headers() + response.trailers())
          .isEqualTo(cutOff ? "0" : "3");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "text/plain",
        "application/grpc+json",
        "application/grpc-web",
        "application/grpc+proto; x=y"
      })
  void what_is_not_grpc_is_told_so_over_http(String type) {
    AggregatedHttpResponse response =
        post("/amanah.v1.CampaignService/GetCampaign", type, new byte[5]);

    assertThat(response.status().code()).isEqualTo(415);
    assertThat(String.valueOf(response.contentType())).isEqualTo("application/problem+json");
    assertThat(response.contentUtf8()).contains("unsupported_media_type");
  }

  @Test
  void a_call_that_is_not_served_is_unimplemented() {
    AggregatedHttpResponse response =
        post("/amanah.v1.CampaignService/Nothing", "application/grpc", new byte[5]);

    assertThat(response.trailers().get("grpc-status")).isEqualTo("12");
    assertThat(response.trailers().get("grpc-message")).startsWith("nothing%20is%20served%20at");
    assertThat(response.trailers().contains("grpc-status-details-bin")).isTrue();
  }

  private AggregatedHttpResponse post(String path, String type, byte[] bytes) {
    return doors
        .http()
        .execute(
            HttpRequest.of(
                RequestHeaders.builder(HttpMethod.POST, path)
                    .contentType(MediaType.parse(type))
                    .build(),
                HttpData.copyOf(ByteBuffer.wrap(bytes).array())))
        .aggregate()
        .join();
  }

  @Test
  void health_is_what_the_node_says_for_itself_and_for_each_service() {
    HealthGrpc.HealthBlockingStub health = doors.client(HealthGrpc.HealthBlockingStub.class);
    for (String service : List.of("", CampaignServiceGrpc.SERVICE_NAME)) {
      assertThat(health.check(ofHealth(service)).getStatus()).isEqualTo(ServingStatus.SERVING);
    }
    StatusRuntimeException unknown = refused(() -> health.check(ofHealth("a.b.C")));
    assertThat(unknown.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND);

    Iterator<HealthCheckResponse> watch = health.watch(ofHealth(""));
    assertThat(watch.next().getStatus()).isEqualTo(ServingStatus.SERVING);
    doors.setReady(false);
    assertThat(health.check(ofHealth("")).getStatus()).isEqualTo(ServingStatus.NOT_SERVING);
    assertThat(watch.next().getStatus()).isEqualTo(ServingStatus.NOT_SERVING);
    doors.setReady(true);
    assertThat(watch.next().getStatus()).isEqualTo(ServingStatus.SERVING);
    var unused = doors.stop();
    assertThat(watch.next().getStatus()).isEqualTo(ServingStatus.NOT_SERVING);
    assertThat(watch.hasNext()).isFalse();
  }

  private static HealthCheckRequest ofHealth(String service) {
    return HealthCheckRequest.newBuilder().setService(service).build();
  }

  @Test
  void reflection_lists_every_service() {
    assertThat(Reflected.services(doors.client(ServerReflectionGrpc.ServerReflectionStub.class)))
        .contains(
            CampaignServiceGrpc.SERVICE_NAME,
            DonationServiceGrpc.SERVICE_NAME,
            IntakeServiceGrpc.SERVICE_NAME,
            "amanah.v1.BatcherService",
            "amanah.v1.ClusterService",
            "grpc.health.v1.Health");
  }
}
