package amanah.campaign.ingress.http;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignStatus;
import amanah.campaign.domain.CampaignTerms;
import amanah.campaign.domain.Designation;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.Donor;
import amanah.campaign.domain.GoalPolicy;
import amanah.campaign.domain.Milestones;
import amanah.campaign.domain.Refusal;
import amanah.campaign.stream.StreamEnd;
import amanah.id.AssessmentId;
import amanah.id.DonationId;
import amanah.id.DonorId;
import amanah.id.RefundId;
import amanah.id.ReminderId;
import amanah.money.Money;
import com.linecorp.armeria.common.HttpData;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCallsTest {

  private static final String PATH = "/v1/campaigns/well/events";
  private static final Instant AT = Instant.parse("2026-03-01T09:30:00Z");
  private static final Currency USD = Currency.getInstance("USD");
  private static final CampaignTerms TERMS =
      new CampaignTerms(
          "A \"well\"\nfor all",
          Money.of(500_000, USD),
          null,
          GoalPolicy.SOFT,
          true,
          new Milestones(List.of(50, 100)));

  private final OpenDoor door = new OpenDoor();

  @AfterEach
  void close() {
    door.close();
  }

  private HttpResponse<String> get(String path, Map<String, String> headers) {
    return door.send("GET", path, headers, HttpData.empty());
  }

  /** What a stream has until it ends, which is when all is told. */
  private String told(CampaignEvent... events) {
    door.streams.script(StreamEnd.STOPPING, events);
    HttpResponse<String> response = get(PATH, Map.of());
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  @Test
  void a_stream_says_what_it_is_and_ends_with_a_word() {
    door.streams.script(StreamEnd.STOPPING);

    HttpResponse<String> response = get(PATH, Map.of("Accept", "text/event-stream"));

    assertThat(response.headers().firstValue("content-type")).hasValue("text/event-stream");
    assertThat(response.headers().firstValue("cache-control")).hasValue("no-cache");
    assertThat(response.headers().firstValue("x-request-id")).isPresent();
    assertThat(response.body())
        .isEqualTo("retry: 1000\n: after 0\n\n: this node is stopping, go on at another\n\n");
  }

  @Test
  void each_event_has_its_number_its_name_and_one_line_of_json() {
    String body = told(new CampaignEvent.CampaignOpened(door.streams.well(), TERMS, true, AT));

    assertThat(body)
        .contains(
            """
            id: 1
            event: campaign-opened
            data: {"campaignId":"well","sequence":1,"at":"2026-03-01T09:30:00Z","status":"draft",\
            "terms":{"title":"A \\"well\\"\\nfor all",\
            "goal":{"amount":"5000.00","currency":"USD"},"goalPolicy":"soft",\
            "milestones":[50,100],"zakatEligible":true,"endsAt":null}}

            """);
  }

  @Test
  void every_kind_of_event_has_its_public_form() {
    String body =
        told(
            new CampaignEvent.TermsAmended(TERMS, AT),
            new CampaignEvent.StatusChanged(
                CampaignStatus.ACTIVE, CampaignStatus.PAUSED, "rain", AT),
            new CampaignEvent.MilestoneReached(50, Money.of(250_000, USD), AT),
            new CampaignEvent.DonationRefunded(
                RefundId.of("r1"), DonationId.of("d1"), Money.of(100, USD), null, AT),
            new CampaignEvent.ViewsCounted(12, AT),
            new CampaignEvent.ReminderScheduled(ReminderId.of("n-1"), AT, "Thank them", AT),
            new CampaignEvent.ReminderCancelled(ReminderId.of("n-1"), AT),
            new CampaignEvent.ReminderDue(ReminderId.of("n-2"), "Thank them", AT, AT));

    assertThat(body)
        .contains("id: 1\nevent: terms-amended\n")
        .contains("id: 2\nevent: status-changed\n")
        .contains("\"from\":\"active\",\"to\":\"paused\",\"reason\":\"rain\"}")
        .contains("id: 3\nevent: milestone-reached\n")
        .contains("\"percent\":50,\"raised\":{\"amount\":\"2500.00\",\"currency\":\"USD\"}}")
        .contains("id: 4\nevent: donation-refunded\n")
        .contains("\"refundId\":\"r1\",\"donationId\":\"d1\"")
        .contains("id: 5\nevent: views-counted\n")
        .contains("\"count\":12}")
        .contains("id: 6\nevent: reminder-scheduled\n")
        .contains("id: 7\nevent: reminder-cancelled\n")
        .contains("\"reminderId\":\"n-1\"}")
        .contains("id: 8\nevent: reminder-due\n")
        .contains(
            "\"reminderId\":\"n-2\",\"dueAt\":\"2026-03-01T09:30:00Z\",\"message\":\"Thank them\"}");
  }

  @Test
  void an_anonymous_donor_is_told_of_without_id_or_name_and_nobody_with_his_payment() {
    String body =
        told(
            new CampaignEvent.DonationsRecorded(
                List.of(
                    donation("d1", new Donor(DonorId.of("secret-id"), "Secret Name", true)),
                    donation("d2", new Donor(DonorId.of("donor-7"), "Aminah", false)),
                    donation("d3", null)),
                AT));

    assertThat(body)
        .contains("\"donationId\":\"d1\"")
        .contains("\"donor\":{\"anonymous\":true},\"message\":\"for all\"")
        .contains("\"donor\":{\"id\":\"donor-7\",\"name\":\"Aminah\",\"anonymous\":false}")
        .doesNotContain("secret")
        .doesNotContain("Secret")
        .doesNotContain("bank:")
        .doesNotContain("assessment");
  }

  private static Donation donation(String id, @Nullable Donor donor) {
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

  @Test
  void quiet_is_told_as_a_comment() {
    door.streams.quietThen(StreamEnd.STOPPING);

    assertThat(get(PATH, Map.of()).body()).contains("\n: quiet\n\n");
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "7, '', 7",
    "'', 9, 9",
    "7, 9, 9",
    "9223372036854775807, '', 9223372036854775807"
  })
  void it_goes_on_behind_what_the_client_knows(String after, String lastEventId, long expected) {
    door.streams.script(StreamEnd.STOPPING);

    get(
        after.isEmpty() ? PATH : PATH + "?after=" + after,
        lastEventId.isEmpty() ? Map.of() : Map.of("Last-Event-ID", lastEventId));

    assertThat(door.streams.openedAfter()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "abc", "9223372036854775808", "%20", ""})
  void what_is_no_number_of_an_event_is_refused(String after) {
    HttpResponse<String> response = get(PATH + "?after=" + after, Map.of());

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(OpenDoor.json(response).path("code").textValue()).isEqualTo("invalid_field");
    assertThat(OpenDoor.json(response).at("/errors/0/field").textValue()).isEqualTo("after");
  }

  @Test
  void a_header_that_is_no_number_is_refused_by_its_name() {
    HttpResponse<String> response = get(PATH, Map.of("Last-Event-ID", "x1"));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(OpenDoor.json(response).path("detail").textValue())
        .contains("Last-Event-ID")
        .contains("\"x1\"");
  }

  @ParameterizedTest
  @CsvSource({
    "CAMPAIGN_NOT_FOUND, 404, campaign_not_found",
    "OVERLOADED, 503, overloaded",
    "UNAVAILABLE, 503, unavailable"
  })
  void a_refusal_is_a_problem(Refusal refusal, int status, String code) {
    door.streams.refuse(refusal);

    HttpResponse<String> response = get(PATH, Map.of());

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(OpenDoor.json(response).path("code").textValue()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, 406",
    "text/html;q=0.9, 406",
    "text/*, 200",
    "'text/html, */*', 200",
    "text/event-stream, 200"
  })
  void who_does_not_accept_events_gets_none(String accept, int status) {
    door.streams.script(StreamEnd.STOPPING);

    assertThat(get(PATH, Map.of("Accept", accept)).statusCode()).isEqualTo(status);
  }

  @Test
  void a_head_is_answered_and_keeps_no_place() {
    HttpResponse<String> response = door.send("HEAD", PATH, Map.of(), HttpData.empty());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type")).hasValue("text/event-stream");
    door.streams.awaitClosed();
  }

  @Test
  void a_client_that_goes_gives_its_place_back() {
    CompletableFuture<HttpResponse<String>> stream = door.sendLater("GET", PATH, "");
    door.streams.awaitMore();

    stream.cancel(true);

    door.streams.awaitClosed();
  }
}
