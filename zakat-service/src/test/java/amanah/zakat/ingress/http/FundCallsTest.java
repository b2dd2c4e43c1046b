package amanah.zakat.ingress.http;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.money.Money;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FundCallsTest {

  private static final String DISTRIBUTIONS = "/v1/zakat/distributions";
  private static final String LEDGER = "/v1/zakat/fund/ledger";

  private final OpenZakatDoor door = new OpenZakatDoor();

  @BeforeEach
  void collect() {
    door.zakat.report(idr("1000.00"), idr("200.00"));
  }

  @AfterEach
  void close() {
    door.close();
  }

  private static Money idr(String amount) {
    return Money.parse(amount, Currency.getInstance("IDR"));
  }

  private static String distribution(String id, String asnaf, String amount) {
    return """
        {"distributionId": "%s", "asnaf": "%s", "amount": {"amount": "%s", "currency": "IDR"},
         "recipient": "Dusun Kandal", "note": "rice\\nfor 40 families"}
        """
        .formatted(id, asnaf, amount);
  }

  @Test
  void the_fund_shows_what_was_collected_and_what_is_left() {
    assertThat(door.get("/v1/zakat/fund").body())
        .isEqualTo(
            """
            {"currencies":[{"currency":"IDR",\
            "collected":{"amount":"1000.00","currency":"IDR"},\
            "refunded":{"amount":"200.00","currency":"IDR"},\
            "net":{"amount":"800.00","currency":"IDR"},"distributed":{},\
            "distributedInAll":{"amount":"0.00","currency":"IDR"},\
            "available":{"amount":"800.00","currency":"IDR"},\
            "amilCap":{"amount":"100.00","currency":"IDR"}}]}""");
  }

  @Test
  void the_fund_is_shown_as_it_was() {
    assertThat(door.get("/v1/zakat/fund?asOf=2026-02-28T00:00:00Z").body())
        .isEqualTo("{\"asOf\":\"2026-02-28T00:00:00Z\",\"currencies\":[]}");
    assertThat(door.get("/v1/zakat/fund?asOf=2026-03-02T00:00:00%2B07:00").body())
        .contains("\"asOf\":\"2026-03-01T17:00:00Z\"", "\"800.00\"");
  }

  @Test
  void a_distribution_is_answered_with_the_fund_as_it_is_then() {
    HttpResponse<String> response =
        door.post(DISTRIBUTIONS, distribution("pay-1", "fi_sabilillah", "300.00"));

    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    JsonNode receipt = OpenZakatDoor.json(response);
    assertThat(receipt.path("distributionId").textValue()).isEqualTo("pay-1");
    assertThat(receipt.path("asnaf").textValue()).isEqualTo("fi_sabilillah");
    assertThat(receipt.at("/amount/amount").textValue()).isEqualTo("300.00");
    assertThat(receipt.path("recipient").textValue()).isEqualTo("Dusun Kandal");
    assertThat(receipt.path("note").textValue()).isEqualTo("rice\nfor 40 families");
    assertThat(receipt.path("at").textValue()).isEqualTo("2026-03-01T12:00:00Z");
    assertThat(receipt.at("/fund/available/amount").textValue()).isEqualTo("500.00");
    assertThat(receipt.at("/fund/distributed/fi_sabilillah/amount").textValue())
        .isEqualTo("300.00");
  }

  @Test
  void the_same_again_is_a_replay_and_other_content_a_mismatch() {
    door.post(DISTRIBUTIONS, distribution("pay-1", "riqab", "300.00"));

    HttpResponse<String> again = door.post(DISTRIBUTIONS, distribution("pay-1", "riqab", "300.00"));
    HttpResponse<String> other = door.post(DISTRIBUTIONS, distribution("pay-1", "riqab", "300.01"));

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.headers().firstValue("idempotent-replayed")).hasValue("true");
    assertThat(OpenZakatDoor.json(again).at("/fund/available/amount").textValue())
        .isEqualTo("500.00");
    assertThat(other.statusCode()).isEqualTo(422);
  }

  // spotless:off
  @ParameterizedTest
  @CsvSource({
    "fuqara, 800.00, 201, ",
    "fuqara, 800.01, 409, fund_exceeded",
    "amil,   100.00, 201, ",
    "amil,   100.01, 409, amil_cap_exceeded"
  })
  // spotless:on
  void more_than_there_is_cannot_be_given(String asnaf, String amount, int status, String code) {
    HttpResponse<String> response = door.post(DISTRIBUTIONS, distribution("pay-1", asnaf, amount));

    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(OpenZakatDoor.json(response).path("code").textValue()).isEqualTo(code);
  }

  @Test
  void a_distribution_that_nobody_names_is_named_and_a_problem_tells_the_name() {
    String unnamed =
        distribution("x", "gharimin", "900.00").replace("\"distributionId\": \"x\", ", "");

    assertThat(OpenZakatDoor.json(door.post(DISTRIBUTIONS, unnamed)).path("distributionId"))
        .hasToString("\"made-1\"");
  }

  @Test
  void distributions_are_listed_page_by_page_the_newest_first() {
    for (int count = 1; count <= 5; count++) {
      door.post(DISTRIBUTIONS, distribution("pay-" + count, "masakin", "10.00"));
    }

    List<String> seen = new ArrayList<>();
    JsonNode page = OpenZakatDoor.json(door.get(DISTRIBUTIONS + "?limit=2"));
    seen.addAll(page.path("items").findValuesAsText("distributionId"));
    while (page.path("nextCursor").isTextual()) {
      page =
          OpenZakatDoor.json(
              door.get(DISTRIBUTIONS + "?limit=2&cursor=" + page.path("nextCursor").textValue()));
      seen.addAll(page.path("items").findValuesAsText("distributionId"));
    }

    assertThat(seen).containsExactly("pay-5", "pay-4", "pay-3", "pay-2", "pay-1");
    assertThat(OpenZakatDoor.json(door.get(DISTRIBUTIONS)).path("items")).hasSize(5);
  }

  @Test
  void distributions_are_listed_as_of_a_time() {
    door.post(DISTRIBUTIONS, distribution("pay-1", "masakin", "10.00"));

    assertThat(items(DISTRIBUTIONS + "?asOf=2026-03-01T11:59:59Z")).isEmpty();
    assertThat(items(DISTRIBUTIONS + "?asOf=2026-03-01T12:00:00Z")).hasSize(1);
  }

  private JsonNode items(String path) {
    return OpenZakatDoor.json(door.get(path)).path("items");
  }

  @Test
  void the_ledger_shows_what_came_in_and_what_left() {
    door.post(DISTRIBUTIONS, distribution("pay-1", "masakin", "10.00"));

    assertThat(door.get(LEDGER).body())
        .isEqualTo(
            """
            {"items":[{"kind":"distribution","distributionId":"pay-1","asnaf":"masakin",\
            "amount":{"amount":"10.00","currency":"IDR"},"recipient":"Dusun Kandal",\
            "note":"rice\\nfor 40 families","at":"2026-03-01T12:00:00Z","sequence":2},\
            {"kind":"report","campaignId":"well","after":0,"upTo":1,\
            "collected":{"amount":"1000.00","currency":"IDR"},\
            "refunded":{"amount":"200.00","currency":"IDR"},\
            "at":"2026-03-01T12:00:00Z","sequence":1}],"nextCursor":null}""");
  }

  @Test
  void the_ledger_is_read_page_by_page_as_of_a_time() {
    door.post(DISTRIBUTIONS, distribution("pay-1", "masakin", "10.00"));

    JsonNode first = OpenZakatDoor.json(door.get(LEDGER + "?limit=1&asOf=2026-03-01T12:00:00Z"));
    JsonNode second =
        OpenZakatDoor.json(
            door.get(LEDGER + "?limit=1&cursor=" + first.path("nextCursor").textValue()));

    assertThat(first.at("/items/0/kind").textValue()).isEqualTo("distribution");
    assertThat(second.at("/items/0/kind").textValue()).isEqualTo("report");
    assertThat(second.path("nextCursor").isNull()).isTrue();
    assertThat(items(LEDGER + "?asOf=2026-03-01T11:59:59Z")).isEmpty();
  }

  @Test
  void a_refund_after_a_distribution_leaves_less_than_nothing() {
    door.post(DISTRIBUTIONS, distribution("pay-1", "ibn_sabil", "800.00"));
    door.zakat.report(idr("0"), idr("50.00"));

    JsonNode fund = OpenZakatDoor.json(door.get("/v1/zakat/fund")).at("/currencies/0");

    assertThat(fund.at("/available/amount").textValue()).isEqualTo("-50.00");
  }
}
