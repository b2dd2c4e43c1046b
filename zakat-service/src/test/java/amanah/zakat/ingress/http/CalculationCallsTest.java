package amanah.zakat.ingress.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.linecorp.armeria.common.HttpData;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalculationCallsTest {

  private static final String IDR = "{\"amount\": \"%s\", \"currency\": \"IDR\"}";

  private final OpenZakatDoor door = new OpenZakatDoor();

  @AfterEach
  void close() {
    door.close();
  }

  private JsonNode calculated(String json) {
    HttpResponse<String> response = door.calculate(json);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return OpenZakatDoor.json(response);
  }

  private static String simple(String wealth, String nisab) {
    return "{\"wealth\": " + IDR.formatted(wealth) + ", \"nisab\": " + IDR.formatted(nisab) + "}";
  }

  @Test
  void the_simple_question_is_answered_in_full() {
    assertThat(door.calculate(simple("30000000", "25500000")).body())
        .isEqualTo(
            """
            {"due":true,"zakat":{"amount":"750000.00","currency":"IDR"},"exact":"750000",\
            "rate":"0.025","nisab":{"amount":"25500000.00","currency":"IDR"},"cached":false}""");
  }

  // spotless:off
  @ParameterizedTest
  @CsvSource({
    "8499, 8500, false, 0.00,   0",
    "8500, 8500, true,  212.50, 212.5",
    "8501, 8500, true,  212.53, 212.525",
    "0,    0,    false, 0.00,   0",
    "0,    1,    false, 0.00,   0"
  })
  // spotless:on
  void reaching_the_nisab_is_due(
      String wealth, String nisab, boolean due, String zakat, String exact) {
    JsonNode answer = calculated(simple(wealth, nisab));

    assertThat(answer.path("due").booleanValue()).isEqualTo(due);
    assertThat(answer.at("/zakat/amount").textValue()).isEqualTo(zakat);
    assertThat(answer.path("exact").textValue()).isEqualTo(exact);
  }

  @Test
  void the_same_question_again_is_remembered() {
    String full =
        """
        {"currency": "IDR", "prices": {"gold": "1000000"},
         "assets": [{"type": "gold", "grams": "100"}]}
        """;

    assertThat(calculated(full).path("cached").booleanValue()).isFalse();
    assertThat(calculated(full).path("cached").booleanValue()).isTrue();
    assertThat(calculated(simple("5", "4")).path("cached").booleanValue()).isFalse();
    assertThat(calculated(simple("5", "4")).path("cached").booleanValue()).isTrue();
  }

  @Test
  void the_full_question_is_answered_with_a_line_for_each_asset_and_all_that_was_used() {
    JsonNode answer =
        calculated(
            """
            {"profile": "aaoifi", "currency": "USD", "asOf": "2026-03-01",
             "prices": {"gold": "100", "silver": "1.25"},
             "settings": {"nisabBasis": "gold", "debts": "due_now"},
             "assets": [
               {"type": "cash", "value": {"amount": "9000.00", "currency": "USD"}},
               {"type": "sheep", "count": 121}],
             "liabilities": [
               {"value": {"amount": "400.00", "currency": "USD"}, "due": "now"},
               {"monthly": {"amount": "10.00", "currency": "USD"},
                "total": {"amount": "500.00", "currency": "USD"}}]}
            """);

    assertThat(answer.path("profile").textValue()).isEqualTo("aaoifi");
    assertThat(answer.path("profileVersion").intValue()).isEqualTo(2);
    assertThat(answer.path("due").booleanValue()).isTrue();
    assertThat(answer.at("/zakat/amount").textValue()).isEqualTo("214.75");
    assertThat(answer.path("exact").textValue()).isEqualTo("214.75");
    assertThat(answer.at("/base/amount").textValue()).isEqualTo("8590.00");
    assertThat(answer.at("/nisab/amount").textValue()).isEqualTo("8500.00");
    assertThat(answer.path("rate").textValue()).isEqualTo("0.025");
    assertThat(answer.at("/lines/0/type").textValue()).isEqualTo("cash");
    assertThat(answer.at("/lines/0/base/amount").textValue()).isEqualTo("9000.00");
    assertThat(answer.at("/lines/0/zakat/amount").textValue()).isEqualTo("214.75");
    assertThat(answer.at("/lines/1/type").textValue()).isEqualTo("sheep");
    assertThat(answer.at("/lines/1/count").intValue()).isEqualTo(121);
    assertThat(answer.at("/lines/1/inKind").toString()).isEqualTo("{\"sheep\":2}");
    assertThat(answer.path("lines").findValuesAsText("explanation"))
        .hasSize(2)
        .allSatisfy(words -> assertThat(words).isNotBlank());
    assertThat(answer.at("/deductions/0/deducted/amount").textValue()).isEqualTo("400.00");
    assertThat(answer.at("/deductions/1/deducted/amount").textValue()).isEqualTo("10.00");
    assertThat(answer.at("/figures/asOf").textValue()).isEqualTo("2026-03-01");
    assertThat(answer.at("/figures/prices/gold").toString())
        .isEqualTo("{\"perGram\":\"100\",\"currency\":\"USD\"}");
    assertThat(answer.at("/figures/settings/debts").textValue()).isEqualTo("due_now");
    assertThat(answer.path("explanation").textValue()).contains("214.75");
  }

  @Test
  void an_exact_value_without_an_end_stands_beside_it_as_a_fraction() {
    JsonNode answer =
        calculated(
            """
            {"currency": "USD", "prices": {"gold": "100"},
             "assets": [{"type": "gold", "grams": "200", "karat": "14"}]}
            """);

    assertThat(answer.path("exact").textValue()).isEqualTo("291.66666666666666666666");
    assertThat(answer.path("exactFraction").textValue()).isEqualTo("875/3");
    assertThat(answer.at("/zakat/amount").textValue()).isEqualTo("291.67");
    assertThat(answer.at("/base/amount").textValue()).isEqualTo("11666.67");
  }

  @Test
  void a_question_without_monetary_wealth_has_no_pool() {
    JsonNode answer =
        calculated(
            """
            {"currency": "IDR", "assets": [{"type": "rikaz", "value":
              {"amount": "270000", "currency": "IDR"}}]}
            """);

    assertThat(answer.has("base")).isFalse();
    assertThat(answer.has("nisab")).isFalse();
    assertThat(answer.at("/zakat/amount").textValue()).isEqualTo("54000.00");
  }

  @Test
  void equal_choices_of_animals_are_all_told() {
    JsonNode line =
        calculated(
                """
                {"currency": "USD", "assets": [{"type": "cattle", "count": 120,
                  "prices": {"tabi": "300", "musinnah": "500.50"}}]}
                """)
            .at("/lines/0");

    assertThat(line.path("inKind").toString()).isEqualTo("{\"tabi\":4}");
    assertThat(line.path("alternatives").toString()).isEqualTo("[{\"musinnah\":3}]");
    assertThat(line.at("/zakat/amount").textValue()).isEqualTo("1200.00");
  }

  @Test
  void camels_have_names_in_the_manner_of_the_contract() {
    JsonNode line =
        calculated("{\"currency\": \"USD\", \"assets\": [{\"type\": \"camels\", \"count\": 140}]}")
            .at("/lines/0");

    assertThat(line.path("inKind").toString()).isEqualTo("{\"bintLabun\":1,\"hiqqah\":2}");
    assertThat(line.has("zakat")).isFalse();
  }

  @Test
  void a_harvest_is_due_in_kilograms() {
    JsonNode line =
        calculated(
                """
                {"currency": "IDR", "assets": [{"type": "crops", "kilograms": "1000.5",
                  "watering": "mixed"}]}
                """)
            .at("/lines/0");

    assertThat(line.path("kilograms").textValue()).isEqualTo("1000.5");
    assertThat(line.path("rate").textValue()).isEqualTo("0.075");
    assertThat(line.path("inKind").toString()).isEqualTo("{\"kilograms\":\"75.0375\"}");
  }

  @Test
  void a_missing_price_is_never_guessed() {
    HttpResponse<String> response =
        door.calculate(
            """
            {"currency": "IDR", "assets": [{"type": "cash",
              "value": {"amount": "5", "currency": "IDR"}}]}
            """);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(OpenZakatDoor.json(response).path("code").textValue()).isEqualTo("price_missing");
    assertThat(OpenZakatDoor.json(response).path("detail").textValue()).contains("gold", "IDR");
  }

  @Test
  void a_published_price_is_used_and_its_day_told() {
    door.put(
        "/v1/zakat/prices",
        "{\"publicationId\": \"p\", \"currency\": \"IDR\", \"day\": \"2026-02-22\", \"gold\": \"100\"}");

    JsonNode gold =
        calculated(
                """
                {"currency": "IDR", "assets": [{"type": "gold", "grams": "100"}]}
                """)
            .at("/figures/prices/gold");

    assertThat(gold.path("perGram").textValue()).isEqualTo("100");
    assertThat(gold.path("day").textValue()).isEqualTo("2026-02-22");
  }

  @Test
  void a_refusal_names_the_field_that_is_to_blame() {
    HttpResponse<String> response =
        door.calculate(
            """
            {"currency": "IDR", "prices": {"gold": "1"}, "assets": [
              {"type": "cash", "value": {"amount": "5", "currency": "IDR"}},
              {"type": "cash", "value": {"amount": "5", "currency": "USD"}}]}
            """);

    assertThat(OpenZakatDoor.json(response).path("code").textValue())
        .isEqualTo("currency_mismatch");
    assertThat(OpenZakatDoor.json(response).path("errors").toString())
        .isEqualTo("[{\"field\":\"assets[1].value\",\"message\":\"is in USD, expected IDR\"}]");
  }

  @Test
  void years_of_ownership_are_counted() {
    JsonNode hawl =
        OpenZakatDoor.json(
            door.post(
                "/v1/zakat/hawl",
                """
                {"profile": "aaoifi", "nisab": {"amount": "100", "currency": "USD"},
                 "asOf": "2026-02-01",
                 "balances": [
                   {"from": "2025-01-01", "balance": {"amount": "150", "currency": "USD"}},
                   {"from": "2025-06-01", "balance": {"amount": "120", "currency": "USD"}}]}
                """));

    assertThat(hawl.path("passed").booleanValue()).isTrue();
    assertThat(hawl.at("/years/0/begins").textValue()).isEqualTo("2025-01-01");
    assertThat(hawl.at("/years/0/ends").textValue()).isEqualTo("2025-12-21");
    assertThat(hawl.at("/running/begins").textValue()).isEqualTo("2025-12-21");
  }

  @Test
  void profiles_are_listed_with_every_number_and_its_source() {
    JsonNode items = OpenZakatDoor.json(door.get("/v1/zakat/profiles")).path("items");

    assertThat(items.findValuesAsText("profile"))
        .contains("aaoifi", "baznas-2026", "uk-hanafi")
        .isSorted();
    for (JsonNode profile : items) {
      assertThat(profile.path("description").textValue()).isNotBlank();
      assertThat(profile.at("/rules/nisab/goldGrams/value").textValue()).matches("[0-9.]+");
      assertThat(profile.at("/rules/year/lunarRate/value").textValue()).isEqualTo("0.025");
      assertThat(profile.at("/rules/rikazRate/value").textValue()).isEqualTo("0.2");
      for (JsonNode source : profile.findValues("source")) {
        assertThat(source.path("title").textValue()).isNotBlank();
        assertThat(source.path("date").textValue()).matches("\\d{4}.*");
      }
    }
    JsonNode income =
        items
            .path(items.findValuesAsText("profile").indexOf("baznas-2026"))
            .at("/rules/income/nisab/value");
    assertThat(income.at("/year/amount").textValue()).isEqualTo("91681728.00");
  }

  @Test
  void what_was_calculated_is_counted_listed_and_forgotten() {
    calculated(simple("1000", "10"));
    calculated(simple("1000", "10"));

    assertThat(door.get("/v1/zakat/statistics").body())
        .isEqualTo(
            """
            {"totalCalculations":2,"totalZakat":[{"amount":"50.00","currency":"IDR"}],\
            "cacheHits":1,"cacheMisses":1,"cacheHitRate":0.5000,"cacheSize":1,"collected":[]}""");
    assertThat(door.get("/v1/zakat/calculations?limit=1").body())
        .isEqualTo(
            """
            {"items":[{"at":"2026-03-01T12:00:00Z","kind":"simple",\
            "zakat":{"amount":"25.00","currency":"IDR"},"cached":true}],"nextCursor":null}""");
    assertThat(door.send("DELETE", "/v1/zakat/cache", Map.of(), HttpData.empty()).body())
        .isEqualTo("{\"cleared\":1}");
    assertThat(OpenZakatDoor.json(door.post("/v1/zakat/reset", "")).path("totalCalculations"))
        .hasToString("0");
  }
}
