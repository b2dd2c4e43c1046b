package amanah.campaign.ingress.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignStatus;
import amanah.campaign.domain.CampaignTerms;
import amanah.campaign.domain.Designation;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.Donor;
import amanah.campaign.domain.GoalPolicy;
import amanah.campaign.domain.Milestones;
import amanah.campaign.domain.Refusal;
import amanah.campaign.ingress.http.ScriptedStreams;
import amanah.campaign.ingress.request.RefusalCodes;
import amanah.campaign.stream.StreamEnd;
import amanah.grpc.MessageTree;
import amanah.id.AssessmentId;
import amanah.id.DonationId;
import amanah.id.DonorId;
import amanah.id.RefundId;
import amanah.id.ReminderId;
import amanah.money.Money;
import amanah.testing.parity.Asking;
import amanah.testing.parity.Told;
import amanah.v1.EventServiceGrpc.EventServiceBlockingStub;
import amanah.v1.EventServiceGrpc.EventServiceStub;
import amanah.v1.WatchCampaignRequest;
import amanah.v1.WatchCampaignResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Listening over gRPC, and that it tells what listening over HTTP tells. */
class EventCallsTest {

  private static final Instant AT = Instant.parse("2026-03-01T09:30:00.5Z");
  private static final Currency USD = Currency.getInstance("USD");
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final long PATIENCE_SECONDS = 60;
  private static final CampaignTerms TERMS =
      new CampaignTerms(
          "A well",
          Money.of(500_000, USD),
          AT,
          GoalPolicy.HARD,
          true,
          new Milestones(List.of(50, 100)));

  private static final CampaignEvent[] EVENTS = {
    new CampaignEvent.CampaignOpened(new ScriptedStreams().well(), TERMS, true, AT),
    new CampaignEvent.TermsAmended(TERMS, AT),
    new CampaignEvent.StatusChanged(CampaignStatus.ACTIVE, CampaignStatus.PAUSED, "rain", AT),
    new CampaignEvent.DonationsRecorded(
        List.of(
            donation("d1", new Donor(DonorId.of("secret-id"), "Secret Name", true)),
            donation("d2", new Donor(DonorId.of("donor-7"), "Aminah", false))),
        AT),
    new CampaignEvent.DonationRefunded(
        RefundId.of("r1"), DonationId.of("d1"), Money.of(100, USD), "asked for", AT),
    new CampaignEvent.MilestoneReached(50, Money.of(250_000, USD), AT),
    new CampaignEvent.ViewsCounted(12, AT),
    new CampaignEvent.ReminderScheduled(ReminderId.of("n-1"), AT, "Thank them", AT),
    new CampaignEvent.ReminderCancelled(ReminderId.of("n-1"), AT),
    new CampaignEvent.ReminderDue(ReminderId.of("n-2"), "Thank them", AT, AT)
  };

  private final TwoDoors doors = new TwoDoors();

  @AfterEach
  void close() {
    doors.close();
  }

  private static Donation donation(String id, Donor donor) {
    return new Donation(
        DonationId.of(id),
        Money.of(2_500, USD),
        donor,
        "for all",
        Designation.ZAKAT,
        AssessmentId.of("assessment-1"),
        "bank:" + id,
        null);
  }

  private Iterator<WatchCampaignResponse> watch(long after) {
    return doors
        .client(EventServiceBlockingStub.class)
        .watchCampaign(
            WatchCampaignRequest.newBuilder().setCampaignId("well").setAfter(after).build());
  }

  private Told refusedOverGrpc(long after) {
    return Asking.refused(
        catchThrowableOfType(StatusRuntimeException.class, () -> watch(after).hasNext()));
  }

  private AggregatedHttpResponse overHttp(String query) {
    return doors.http().get("/v1/campaigns/well/events" + query).aggregate().join();
  }

  @Test
  void every_kind_of_event_is_told_the_same_at_both_doors() {
    doors.streams.script(StreamEnd.STOPPING, EVENTS);
    List<Told> overHttp =
        overHttp("")
            .contentUtf8()
            .lines()
            .filter(line -> line.startsWith("data: "))
            .map(line -> Told.yes(json(line.substring(6)), false))
            .toList();
    doors.streams.script(StreamEnd.STOPPING, EVENTS);

    Iterator<WatchCampaignResponse> watched = watch(0);
    List<Told> overGrpc = new ArrayList<>();
    for (int index = 0; index < EVENTS.length; index++) {
      overGrpc.add(Told.yes(MessageTree.of(watched.next().getEvent()), false));
    }

    assertThat(overGrpc).isEqualTo(overHttp).hasSize(EVENTS.length);
    assertThat(overGrpc.toString()).doesNotContainIgnoringCase("secret").doesNotContain("bank:");
  }

  @Test
  void every_kind_of_event_has_the_same_name_at_both_doors() {
    doors.streams.script(StreamEnd.STOPPING, EVENTS);
    List<String> overHttp =
        overHttp("")
            .contentUtf8()
            .lines()
            .filter(line -> line.startsWith("event: "))
            .map(line -> line.substring(7))
            .toList();
    doors.streams.script(StreamEnd.STOPPING, EVENTS);

    Iterator<WatchCampaignResponse> watched = watch(0);

    assertThat(Stream.generate(watched::next).limit(EVENTS.length).map(EventCallsTest::name))
        .containsExactlyElementsOf(overHttp);
  }

  private static String name(WatchCampaignResponse response) {
    return response.getEvent().getEventCase().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Test
  void quiet_is_told_with_the_number_up_to_which_everything_is_told() {
    doors.streams.quietThen(StreamEnd.STOPPING);

    WatchCampaignResponse heartbeat = watch(7).next();

    assertThat(heartbeat.hasHeartbeat()).isTrue();
    assertThat(heartbeat.getHeartbeat().getSequence()).isEqualTo(7);
    assertThat(heartbeat.getHeartbeat().hasAt()).isTrue();
    assertThat(doors.streams.openedAfter()).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource({
    "STOPPING, unavailable",
    "UNREADABLE, unavailable",
    "FAILED, unavailable",
    "LAGGED, overloaded",
    "STALLED, overloaded"
  })
  void an_end_is_a_status_after_which_one_comes_back(StreamEnd end, String code) {
    doors.streams.script(end);

    StatusRuntimeException ended =
        catchThrowableOfType(StatusRuntimeException.class, () -> watch(0).hasNext());

    assertThat(ended.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(Asking.refused(ended).code()).isEqualTo(code);
    assertThat(Asking.refused(ended).retry()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = Refusal.class,
      names = {"CAMPAIGN_NOT_FOUND", "INVALID_FIELD", "OVERLOADED", "UNAVAILABLE"})
  void a_refusal_sounds_the_same_at_both_doors(Refusal refusal) {
    doors.streams.refuse(refusal);

    assertThat(refusedOverGrpc(0).code()).isEqualTo(RefusalCodes.of(refusal).code());
    assertThat(refusedOverGrpc(0).detail())
        .isEqualTo(json(overHttp("").contentUtf8()).path("detail").asText());
  }

  @Test
  void what_is_no_number_of_an_event_is_refused_in_the_same_words() {
    JsonNode overHttp = json(overHttp("?after=-1").contentUtf8());

    assertThat(refusedOverGrpc(-1).code()).isEqualTo(overHttp.path("code").asText());
    assertThat(refusedOverGrpc(-1).detail()).isEqualTo(overHttp.path("detail").asText());
  }

  @Test
  void a_caller_that_goes_gives_its_place_back() {
    CarefulCaller caller = new CarefulCaller(0);
    doors.client(EventServiceStub.class).watchCampaign(request(), caller);
    doors.streams.awaitMore();

    caller.cancel();

    doors.streams.awaitClosed();
  }

  @Test
  void a_caller_that_reads_slowly_is_told_slowly() throws Exception {
    int pages = 2_000;
    CampaignEvent[] wordy = new CampaignEvent[pages];
    for (int index = 0; index < pages; index++) {
      wordy[index] =
          new CampaignEvent.StatusChanged(
              CampaignStatus.ACTIVE, CampaignStatus.PAUSED, "w".repeat(10_000), AT);
    }
    doors.streams.script(StreamEnd.STOPPING, wordy);
    CarefulCaller caller = new CarefulCaller(pages);

    doors.client(EventServiceStub.class).watchCampaign(request(), caller);

    // What is on its way fits the windows of HTTP/2 and one page; twenty megabytes do not.
    assertThat(caller.leadMax().get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isLessThan(pages / 2);
  }

  private static WatchCampaignRequest request() {
    return WatchCampaignRequest.newBuilder().setCampaignId("well").build();
  }

  /**
   * Asks for each message when it has taken the one before, and looks how far the door is ahead.
   */
  private final class CarefulCaller
      implements ClientResponseObserver<WatchCampaignRequest, WatchCampaignResponse> {

    private final CompletableFuture<Integer> leadMax = new CompletableFuture<>();
    private final int expected;
    private @Nullable ClientCallStreamObserver<WatchCampaignRequest> call;
    private int received;
    private int lead;

    CarefulCaller(int expected) {
      this.expected = expected;
    }

    CompletableFuture<Integer> leadMax() {
      return leadMax;
    }

    void cancel() {
      if (call != null) {
        call.cancel("enough", null);
      }
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<WatchCampaignRequest> started) {
      call = started;
      started.disableAutoRequestWithInitial(1);
    }

    @Override
    public void onNext(WatchCampaignResponse response) {
      received++;
      lead = Math.max(lead, doors.streams.told() - received);
      if (call != null) {
        call.request(1);
      }
    }

    @Override
    public void onError(Throwable ended) {
      if (received == expected) {
        leadMax.complete(lead);
      } else {
        leadMax.completeExceptionally(ended);
      }
    }

    @Override
    public void onCompleted() {}
  }

  private static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(text, broken);
    }
  }
}
