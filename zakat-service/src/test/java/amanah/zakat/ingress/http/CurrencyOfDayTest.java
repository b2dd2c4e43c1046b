package amanah.zakat.ingress.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A question is asked in a currency of the day that it is about; that is today's if it says none.
 */
class CurrencyOfDayTest {

  private final OpenZakatDoor door = new OpenZakatDoor();

  @AfterEach
  void close() {
    door.close();
  }

  // spotless:off
  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      currency | asOf       | code
      EUR      |            | answered
      EUR      | 2002-02-28 | answered
      DEM      |            | unknown_currency
      DEM      | 2026-03-01 | unknown_currency
      DEM      | 2002-03-01 | unknown_currency
      DEM      | 2002-02-28 | answered
      HRK      | 2023-01-15 | unknown_currency
      HRK      | 2023-01-14 | answered
      HRK      |            | unknown_currency
      BGN      | 2026-01-31 | answered
      BGN      | 2026-02-01 | unknown_currency
      XAU      | 2026-01-31 | unknown_currency
      """)
  // spotless:on
  void a_question_an_assessment_and_a_year_are_judged_on_their_day(
      String currency, @Nullable String asOf, String code) {
    String day = asOf == null ? "" : "'asOf': '" + asOf + "', ";
    String amount = "{'amount': '100', 'currency': '" + currency + "'}";
    String question =
        day
            + "'currency': '"
            + currency
            + "', 'prices': {'gold': '1'}, 'assets': [{'type': 'cash', 'value': "
            + amount
            + "}]}";

    assertThat(word(door.calculate(json("{" + question)))).isEqualTo(code);
    assertThat(
            word(
                door.post(
                    "/v1/zakat/assessments",
                    json("{'assessmentId': 'a-1', 'donorId': 'd-1', " + question))))
        .isEqualTo(code);
    assertThat(
            word(
                door.post(
                    "/v1/zakat/hawl",
                    json(
                        "{"
                            + day
                            + "'nisab': "
                            + amount
                            + ", 'balances': [{'from': '2000-01-01', 'balance': "
                            + amount
                            + "}]}"))))
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"EUR, answered", "BGN, unknown_currency", "DEM, unknown_currency"})
  void a_simple_question_is_about_today(String currency, String code) {
    String amount = "{'amount': '100', 'currency': '" + currency + "'}";

    assertThat(word(door.calculate(json("{'wealth': " + amount + ", 'nisab': " + amount + "}"))))
        .isEqualTo(code);
  }

  @Test
  void what_is_said_names_the_day_and_what_took_its_place() {
    HttpResponse<String> response =
        door.calculate(json("{'currency': 'DEM', 'assets': [], 'prices': {'gold': '1'}}"));

    assertThat(OpenZakatDoor.json(response).at("/errors/0/field").textValue())
        .isEqualTo("currency");
    assertThat(response.body())
        .contains("was withdrawn on 2002-03-01, expected what took its place: EUR");
  }

  private static String word(HttpResponse<String> response) {
    return response.statusCode() < 300
        ? "answered"
        : OpenZakatDoor.json(response).path("code").textValue();
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }
}
