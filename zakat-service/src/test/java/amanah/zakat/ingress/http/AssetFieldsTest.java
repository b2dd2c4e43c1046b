package amanah.zakat.ingress.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every field of a full calculation has its effect. Money in the tables is in euros. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssetFieldsTest {

  private final OpenZakatDoor door = new OpenZakatDoor();

  @AfterAll
  void close() {
    door.close();
  }

  /** With gold at 1 and silver at 0.1: nisabs of 85 and 59.50. */
  private JsonNode calculated(String fields) {
    HttpResponse<String> response =
        door.calculate(
            ("{'currency': 'EUR', 'prices': {'gold': '1', 'silver': '0.1'}, " + fields + "}")
                .replace('\'', '"')
                .replaceAll("EUR (\\d+(\\.\\d+)?)", "{\"amount\": \"$1\", \"currency\": \"EUR\"}"));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return OpenZakatDoor.json(response);
  }

  // spotless:off
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "'type': 'cash', 'value': EUR 1000                                                                  | 1000",
    "'type': 'cash', 'value': EUR 1000, 'impureInterest': EUR 100                                       |  900",
    "'type': 'gold', 'grams': '240'                                                                     |  240",
    "'type': 'gold', 'grams': '240', 'karat': '18'                                                      |  180",
    "'type': 'gold', 'grams': '240', 'fineness': '916'                                                  |  219.84",
    "'type': 'gold', 'grams': '240', 'use': 'worn'                                                      |    0",
    "'type': 'gold', 'grams': '240', 'use': 'savings'                                                   |  240",
    "'type': 'silver', 'grams': '2000'                                                                  |  200",
    "'type': 'silver', 'grams': '2000', 'fineness': '925'                                               |  185",
    "'type': 'business', 'currentAssets': EUR 500                                                       |  500",
    "'type': 'business', 'currentAssets': EUR 500, 'receivables': EUR 50, 'shortTermLiabilities': EUR 5 |  545",
    "'type': 'receivable', 'value': EUR 400, 'quality': 'strong'                                        |  400",
    "'type': 'receivable', 'value': EUR 400, 'quality': 'bad'                                           |    0",
    "'type': 'shares', 'value': EUR 1000, 'holding': 'trading'                                          | 1000",
    "'type': 'shares', 'value': EUR 1000, 'holding': 'long_term', 'zakatableShare': '0.3'               |  300",
    "'type': 'pension', 'value': EUR 1000, 'method': 'proxy', 'zakatableShare': '0.21'                  |  210",
    "'type': 'pension', 'value': EUR 1000, 'method': 'accessible', 'penalty': EUR 400                   |  600",
    "'type': 'pension', 'value': EUR 1000, 'method': 'on_receipt'                                       |    0",
    "'type': 'crypto', 'value': EUR 123.45                                                              |  123.45"
  })
  // spotless:on
  void monetary_wealth_counts_as_it_is_declared(String asset, String base) {
    JsonNode answer = calculated("'assets': [{" + asset + "}]");

    assertThat(new BigDecimal(answer.at("/lines/0/base/amount").textValue()))
        .isEqualByComparingTo(base);
  }

  // spotless:off
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "'type': 'income', 'value': EUR 100, 'period': 'month'                                | 2.50 |",
    "'type': 'income', 'value': EUR 84, 'period': 'year'                                  | 0.00 |",
    "'type': 'rikaz', 'value': EUR 50                                                     | 10.00 |",
    "'type': 'mine', 'value': EUR 100                                                     | 2.50 |",
    "'type': 'crops', 'kilograms': '1000', 'watering': 'rain'                             |      | {`kilograms`:`100`}",
    "'type': 'crops', 'kilograms': '1000', 'watering': 'irrigated'                        |      | {`kilograms`:`50`}",
    "'type': 'crops', 'kilograms': '1000', 'watering': 'mixed', 'pricePerKilogram': '0.5' | 37.50 | {`kilograms`:`75`}",
    "'type': 'sheep', 'count': 39                                                         |      |",
    "'type': 'sheep', 'count': 40, 'prices': {'sheep': '120.50'}                          | 120.50 | {`sheep`:1}",
    "'type': 'cattle', 'count': 70, 'prices': {'tabi': '1', 'musinnah': '2'}              | 3.00 | {`tabi`:1,`musinnah`:1}",
    "'type': 'camels', 'count': 25                                                        |      | {`bintMakhad`:1}",
    "'type': 'camels', 'count': 61, 'prices': {'jadhaah': '7'}                            | 7.00 | {`jadhaah`:1}",
    "'type': 'fitr', 'heads': 5, 'kilogramsPerHead': '2.5'                                |      | {`kilograms`:`12.5`}",
    "'type': 'fitr', 'heads': 5, 'kilogramsPerHead': '2.5', 'pricePerKilogram': '11'      | 137.50 | {`kilograms`:`12.5`}"
  })
  // spotless:on
  void what_stands_alone_is_due_in_money_or_in_kind(String asset, String zakat, String inKind) {
    JsonNode line = calculated("'assets': [{" + asset + "}]").at("/lines/0");

    assertThat(line.at("/zakat/amount").asText(null)).isEqualTo(zakat);
    assertThat(line.path("inKind").toString())
        .isEqualTo(inKind == null ? "" : inKind.replace('`', '"'));
  }

  // spotless:off
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "'nisabBasis': 'gold'                                       | 85.00 | 2.15",
    "'nisabBasis': 'silver'                                     | 59.50 | 2.15",
    "'nisabBasis': 'lower_of_two'                               | 59.50 | 2.15",
    "'nisabBasis': 'gold', 'goldNisabGrams': '87.48'            | 87.48 | 0.00",
    "'nisabBasis': 'silver', 'silverNisabGrams': '612.36'       | 61.24 | 2.15",
    "'nisabBasis': 'gold', 'goldNisabGrams': '86'               | 86.00 | 2.15",
    "'nisabBasis': 'gold', 'goldNisabGrams': '86', 'nisabComparison': 'exclusive' | 86.00 | 0.00",
    "'nisabBasis': 'gold', 'year': 'solar', 'rounding': 'floor' | 85.00 | 2.21",
    "'nisabBasis': 'gold', 'year': 'solar'                      | 85.00 | 2.22",
    "'nisabBasis': 'gold', 'year': 'lunar', 'rounding': 'half_up' | 85.00 | 2.15"
  })
  // spotless:on
  void settings_take_the_place_of_the_profiles(String settings, String nisab, String zakat) {
    JsonNode answer =
        calculated("'settings': {" + settings + "}, 'assets': [{'type': 'cash', 'value': EUR 86}]");

    assertThat(answer.at("/nisab/amount").textValue()).isEqualTo(nisab);
    assertThat(answer.at("/zakat/amount").textValue()).isEqualTo(zakat);
  }

  // spotless:off
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "none           | 'value': EUR 100, 'due': 'now'            |   0.00",
    "due_now        | 'value': EUR 100, 'due': 'now'            | 100.00",
    "due_now        | 'value': EUR 100, 'due': 'next_12_months' |   0.00",
    "next_12_months | 'value': EUR 100, 'due': 'next_12_months' | 100.00",
    "next_12_months | 'value': EUR 100, 'due': 'later'          |   0.00",
    "all            | 'value': EUR 100, 'due': 'later'          | 100.00",
    "next_12_months | 'monthly': EUR 10, 'total': EUR 500       | 120.00",
    "next_12_months | 'monthly': EUR 10, 'total': EUR 50        |  50.00"
  })
  // spotless:on
  void debts_are_taken_off_as_the_policy_says(String policy, String debt, String deducted) {
    JsonNode answer =
        calculated(
            "'settings': {'debts': '"
                + policy
                + "'}, 'assets': [{'type': 'cash', 'value': EUR 1000}], 'liabilities': [{"
                + debt
                + "}]");

    assertThat(answer.at("/deductions/0/deducted/amount").textValue()).isEqualTo(deducted);
  }
}
