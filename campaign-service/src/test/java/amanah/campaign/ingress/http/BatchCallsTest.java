package amanah.campaign.ingress.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.linecorp.armeria.common.HttpData;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchCallsTest {

  private static final String BATCH = "/v1/campaigns/well/donations/batch";
  private static final List<String> MIXED =
      List.of(
          gift("d-1", "10"),
          gift("d-2", "-5"),
          gift("d-1", "10"),
          "{\"donationId\":\"d-3\",\"donationId\":\"d-3\"}",
          gift("d-4", "7").replace("\"payment\":", "\"payment\""),
          "5",
          gift("d-5", "1").replace("IDR", "USD"),
          gift("d-6", "20").replace("r-1", "a [bracket, { and \\\" quote"));

  private final OpenDoor door = new OpenDoor();

  @BeforeEach
  void open() {
    door.openWell();
  }

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void a_bad_item_of_an_array_spoils_no_other() {
    HttpResponse<String> response = door.post(BATCH, " [" + String.join(" ,\n", MIXED) + "] ");

    assertMixed(response);
  }

  @Test
  void a_bad_line_spoils_no_other() {
    HttpResponse<String> response =
        door.send(
            "POST", BATCH, OpenDoor.NDJSON, HttpData.ofUtf8(String.join("\r\n", MIXED) + "\n\n"));

    assertMixed(response);
  }

  private void assertMixed(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    JsonNode results = OpenDoor.json(response).path("results");
    assertThat(results).hasSameSizeAs(MIXED);
    assertThat(results.findValuesAsText("status"))
        .containsExactly(
            "captured",
            "refused",
            "captured",
            "refused",
            "refused",
            "refused",
            "refused",
            "captured");
    assertThat(results.findValuesAsText("donationId"))
        .containsExactly("d-1", "d-2", "d-1", "null", "null", "null", "d-5", "d-6");
    assertThat(results.findValuesAsText("code"))
        .containsExactly(
            "invalid_amount", "malformed", "malformed", "malformed", "currency_mismatch");
    assertThat(results.findValuesAsText("replayed"))
        .containsExactly("false", "false", "true", "false", "false", "false", "false", "false");
    assertThat(OpenDoor.json(door.get("/v1/campaigns/well")).at("/raised/amount").textValue())
        .isEqualTo("30.00");
  }

  @Test
  void ten_thousand_items_are_a_batch() {
    String batch =
        IntStream.range(0, 10_000)
            .mapToObj(index -> gift("d-" + index, "1"))
            .collect(Collectors.joining("\n"));

    HttpResponse<String> response =
        door.send("POST", BATCH, OpenDoor.NDJSON, HttpData.ofUtf8(batch));

    assertThat(OpenDoor.json(response).path("results")).hasSize(10_000);
    assertThat(OpenDoor.json(door.get("/v1/campaigns/well/batcher")).path("total").intValue())
        .isEqualTo(10_000);
  }

  @Test
  void a_batch_of_too_many_is_refused_with_how_many_it_has_and_may_have() {
    String array = "[" + "1,".repeat(10_002) + "1]";
    String lines = "1\n".repeat(10_003);

    String ofArray = OpenDoor.json(door.post(BATCH, array)).path("detail").textValue();
    String ofLines =
        OpenDoor.json(door.send("POST", BATCH, OpenDoor.NDJSON, HttpData.ofUtf8(lines)))
            .path("detail")
            .textValue();

    assertThat(ofArray).isEqualTo("the batch has 10003 items, expected at most 10000");
    assertThat(ofLines).isEqualTo(ofArray);
  }

  @Test
  void an_empty_batch_has_no_results_but_needs_its_campaign() {
    assertThat(door.post(BATCH, "[]").body()).isEqualTo("{\"results\":[]}");
    assertThat(door.post(BATCH.replace("well", "none"), "[ ]").statusCode()).isEqualTo(404);
  }

  @Test
  void one_key_names_every_item_by_its_place() {
    Map<String, String> headers = new HashMap<>(OpenDoor.JSON);
    headers.put("Idempotency-Key", "key");
    String batch = "[" + unnamed() + "," + unnamed() + "]";

    HttpResponse<String> first = door.send("POST", BATCH, headers, HttpData.ofUtf8(batch));
    HttpResponse<String> again = door.send("POST", BATCH, headers, HttpData.ofUtf8(batch));

    assertThat(OpenDoor.json(first).findValuesAsText("donationId"))
        .containsExactly("key.1", "key.2");
    assertThat(OpenDoor.json(again).findValuesAsText("replayed")).containsExactly("true", "true");
  }

  @Test
  void an_item_that_nobody_names_is_refused_alone() {
    JsonNode results =
        OpenDoor.json(door.post(BATCH, "[" + unnamed() + "," + gift("d-1", "10") + "]"))
            .path("results");

    assertThat(results.findValuesAsText("status")).containsExactly("refused", "captured");
    assertThat(results.findValuesAsText("code")).containsExactly("name_required");
  }

  @Test
  void a_flushed_batcher_says_what_it_did() {
    door.post(BATCH, "[" + gift("d-1", "10") + "]");

    HttpResponse<String> response = door.post("/v1/campaigns/well/batcher/flush", "");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .isEqualTo(
            """
            {"status":"idle","pending":0,"processed":1,"failed":0,"errorCount":0,"total":1,\
            "processedAmount":{"amount":"10.00","currency":"IDR"},\
            "lastProcessedAt":"2026-03-01T12:00:00Z"}\
            """);
  }

  private static String unnamed() {
    return gift("", "10").replace("\"donationId\":\"\",", "");
  }

  private static String gift(String donationId, String amount) {
    return "{\"donationId\":\""
        + donationId
        + "\",\"payment\":{\"method\":\"captured\",\"reference\":\"r-1\"},"
        + "\"amount\":{\"amount\":\""
        + amount
        + "\",\"currency\":\"IDR\"}}";
  }
}
