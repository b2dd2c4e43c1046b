package amanah.zakat.ingress.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.armeria.common.HttpData;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PriceCallsTest {

  private static final String PRICES = "/v1/zakat/prices";
  private static final String NISAB_2027 =
      """
      {"publicationId": "nisab-2027", "profile": "baznas-2026", "day": "2026-02-25",
       "nisab": {"year": {"amount": "96000000", "currency": "IDR"},
                 "month": {"amount": "8000000", "currency": "IDR"}},
       "source": {"title": "A decree", "date": "2026-02-24"}}
      """;

  private final OpenZakatDoor door = new OpenZakatDoor();

  @AfterEach
  void close() {
    door.close();
  }

  private HttpResponse<String> publish(String currency, String day, String prices) {
    String named =
        prices.contains("publicationId")
            ? prices
            : "\"publicationId\": \"%s-%x\", %s".formatted(day, prices.hashCode(), prices);
    return door.put(
        PRICES, "{\"currency\": \"" + currency + "\", \"day\": \"" + day + "\", " + named + "}");
  }

  private HttpResponse<String> withdraw(String publication) {
    return door.send("DELETE", PRICES + publication, Map.of(), HttpData.empty());
  }

  @Test
  void nothing_is_published_at_first() {
    assertThat(door.get(PRICES).body())
        .isEqualTo("{\"version\":0,\"asOf\":\"2026-03-01\",\"prices\":[],\"nisabs\":[]}");
  }

  @Test
  void published_prices_count_from_their_day_on() {
    publish("IDR", "2026-02-01", "\"gold\": \"900000\", \"silver\": \"14000.50\"");
    publish("IDR", "2026-03-01", "\"gold\": \"1000000\"");

    assertThat(door.get(PRICES + "?asOf=2026-02-28").body())
        .contains("[{\"currency\":\"IDR\",\"day\":\"2026-02-01\",\"gold\":\"900000\"");
    assertThat(door.get(PRICES).body())
        .isEqualTo(
            """
            {"version":2,"asOf":"2026-03-01","prices":[\
            {"currency":"IDR","day":"2026-03-01","gold":"1000000"},\
            {"currency":"IDR","day":"2026-02-01","silver":"14000.50"}],"nisabs":[]}""");
    assertThat(door.get(PRICES + "?asOf=2026-01-31").body()).contains("\"prices\":[]");
  }

  @Test
  void the_same_prices_again_are_a_replay() {
    HttpResponse<String> first = publish("EUR", "2026-03-01", "\"silver\": \"0.46\"");
    HttpResponse<String> again = publish("EUR", "2026-03-01", "\"silver\": \"0.46\"");

    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    assertThat(first.headers().firstValue("idempotent-replayed")).isEmpty();
    assertThat(again.headers().firstValue("idempotent-replayed")).hasValue("true");
    assertThat(door.get(PRICES).body()).contains("\"version\":1,");
  }

  @Test
  void a_repeat_of_a_name_shows_what_was_published_then_and_what_counts_now() {
    String morning = "\"publicationId\": \"morning\", \"gold\": \"51\"";
    publish("EUR", "2026-03-01", morning);
    publish("EUR", "2026-03-01", "\"gold\": \"52\"");

    HttpResponse<String> again = publish("EUR", "2026-03-01", morning);

    assertThat(again.headers().firstValue("idempotent-replayed")).hasValue("true");
    assertThat(again.body())
        .isEqualTo(
            """
            {"publicationId":"morning","publishedAt":"2026-03-01T12:00:00Z","publishedVersion":1,\
            "version":2,"asOf":"2026-03-01",\
            "prices":[{"currency":"EUR","day":"2026-03-01","gold":"52"}],"nisabs":[]}""");
  }

  @Test
  void a_repeat_in_other_digits_is_a_replay_and_shows_those_of_the_first_time() {
    publish("IDR", "2026-03-01", "\"publicationId\": \"morning\", \"gold\": \"1000000\"");

    HttpResponse<String> again =
        publish("IDR", "2026-03-01", "\"publicationId\": \"morning\", \"gold\": \"1000000.00\"");

    assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
    assertThat(again.headers().firstValue("idempotent-replayed")).hasValue("true");
    assertThat(again.body()).contains("\"gold\":\"1000000\"").contains("\"version\":1,");
  }

  @Test
  void a_name_with_other_content_is_a_mismatch_and_the_problem_tells_the_name() {
    publish("EUR", "2026-03-01", "\"publicationId\": \"morning\", \"gold\": \"51\"");

    HttpResponse<String> other =
        publish("EUR", "2026-03-01", "\"publicationId\": \"morning\", \"gold\": \"52\"");

    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(OpenZakatDoor.json(other).path("code").textValue())
        .isEqualTo("idempotency_mismatch");
    assertThat(OpenZakatDoor.json(other).path("publicationId").textValue()).isEqualTo("morning");
  }

  @Test
  void a_publication_is_named_by_its_body_else_by_the_key_else_refused() {
    String silver = "{\"currency\": \"EUR\", \"day\": \"2026-03-01\", \"silver\": \"0.46\"%s}";
    Map<String, String> key = Map.of("content-type", "application/json", "idempotency-key", "key");

    assertThat(name(door.send("PUT", PRICES, key, HttpData.ofUtf8(silver.formatted("")))))
        .isEqualTo("key");
    assertThat(
            name(
                door.send(
                    "PUT",
                    PRICES,
                    key,
                    HttpData.ofUtf8(silver.formatted(", \"publicationId\": \"body\"")))))
        .isEqualTo("body");
    HttpResponse<String> nameless = door.put(PRICES, silver.formatted(""));
    assertThat(nameless.statusCode()).isEqualTo(428);
    assertThat(OpenZakatDoor.json(nameless).path("code").textValue()).isEqualTo("name_required");
    assertThat(OpenZakatDoor.json(nameless).path("detail").textValue())
        .startsWith("publicationId is missing, expected an id of 1 to 64");
    assertThat(door.put(PRICES, NISAB_2027.replace("\"publicationId\": \"nisab-2027\",", "")))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(428);
  }

  private static String name(HttpResponse<String> published) {
    return OpenZakatDoor.json(published).path("publicationId").textValue();
  }

  @Test
  void a_published_nisab_is_shown_with_its_source() {
    HttpResponse<String> published = door.put(PRICES, NISAB_2027);

    assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
    assertThat(door.get(PRICES).body())
        .contains(
            """
            "nisabs":[{"profile":"baznas-2026","day":"2026-02-25",\
            "nisab":{"year":{"amount":"96000000.00","currency":"IDR"},\
            "month":{"amount":"8000000.00","currency":"IDR"}},\
            "source":{"title":"A decree","date":"2026-02-24"}}]""");
  }

  @Test
  void a_published_nisab_is_used_and_told() {
    door.put(PRICES, NISAB_2027);

    HttpResponse<String> answer =
        door.calculate(
            """
                {"profile": "baznas-2026", "currency": "IDR", "assets": [{"type": "income",
                  "period": "month", "value": {"amount": "7999999", "currency": "IDR"}}]}
                """);

    assertThat(OpenZakatDoor.json(answer).path("due").booleanValue()).isFalse();
    assertThat(answer.body())
        .contains("\"source\":{\"title\":\"A decree\",\"date\":\"2026-02-24\"}");
  }

  @Test
  void a_nisab_of_a_profile_that_publishes_none_is_refused_and_breaks_nothing() {
    HttpResponse<String> response = door.put(PRICES, NISAB_2027.replace("baznas-2026", "aaoifi"));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(OpenZakatDoor.json(response).path("code").textValue())
        .isEqualTo("nisab_not_published");
    assertThat(OpenZakatDoor.json(response).at("/errors/0/field").textValue()).isEqualTo("profile");
    assertThat(door.get(PRICES).body()).contains("\"version\":0,");
  }

  @Test
  void a_publication_that_is_withdrawn_counts_no_more_and_its_repeat_says_so() {
    String wrong = "\"publicationId\": \"wrong\", \"gold\": \"5100\"";
    publish("EUR", "2026-02-27", "\"gold\": \"50\"");
    publish("EUR", "2026-02-28", wrong);

    HttpResponse<String> withdrawn = withdraw("/wrong");
    HttpResponse<String> again = withdraw("/wrong");

    assertThat(withdrawn.statusCode()).as(withdrawn.body()).isEqualTo(200);
    assertThat(withdrawn.body())
        .isEqualTo(
            """
            {"publicationId":"wrong","publishedAt":"2026-03-01T12:00:00Z","publishedVersion":2,\
            "withdrawnFrom":"2026-02-28","version":3,"asOf":"2026-02-28",\
            "prices":[{"currency":"EUR","day":"2026-02-27","gold":"50"}],"nisabs":[]}""");
    assertThat(again.headers().firstValue("idempotent-replayed")).hasValue("true");
    assertThat(again.body()).isEqualTo(withdrawn.body());
    assertThat(publish("EUR", "2026-02-28", wrong).body()).contains("\"withdrawnFrom\"");
    assertThat(door.get(PRICES).body()).contains("\"gold\":\"50\"");
  }

  @Test
  void a_publication_is_withdrawn_from_a_day_on() {
    publish("EUR", "2026-02-27", "\"publicationId\": \"p\", \"gold\": \"50\"");

    HttpResponse<String> withdrawn = withdraw("/p?from=2026-03-01");

    assertThat(withdrawn.body()).contains("\"withdrawnFrom\":\"2026-03-01\"");
    assertThat(door.get(PRICES + "?asOf=2026-02-28").body()).contains("\"gold\":\"50\"");
    assertThat(door.get(PRICES).body()).contains("\"prices\":[]");
  }

  @Test
  void what_was_assessed_with_a_publication_keeps_it() {
    String question =
        """
        {"assessmentId": "kept", "donorId": "d", "currency": "EUR",
         "assets": [{"type": "gold", "grams": "100"}]}
        """;
    publish("EUR", "2026-02-27", "\"publicationId\": \"p\", \"gold\": \"50\"");
    String made = door.post("/v1/zakat/assessments", question).body();
    withdraw("/p");

    assertThat(door.get("/v1/zakat/assessments/kept").body()).isEqualTo(made);
    assertThat(door.post("/v1/zakat/assessments", question).body()).isEqualTo(made);
  }

  @Test
  void a_publication_that_nobody_knows_cannot_be_withdrawn() {
    HttpResponse<String> response = withdraw("/none");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(OpenZakatDoor.json(response).path("code").textValue())
        .isEqualTo("publication_not_found");
  }

  @Test
  void a_nisab_of_a_profile_that_is_not_there_is_refused() {
    HttpResponse<String> response = door.put(PRICES, NISAB_2027.replace("baznas-2026", "nobody"));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(OpenZakatDoor.json(response).at("/errors/0/field").textValue()).isEqualTo("profile");
    assertThat(OpenZakatDoor.json(response).path("detail").textValue()).contains("aaoifi");
  }
}
