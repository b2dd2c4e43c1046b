package amanah.http;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

  private static final Set<String> KNOWN = Set.of("it", "items", "inner");

  private final FieldErrors errors = new FieldErrors();

  private Fields fields(String json) {
    byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return Fields.ofBody(Json.tree(bytes, 0, bytes.length), errors, KNOWN);
  }

  private Fields it(String value) {
    return fields("{'it': " + value + "}");
  }

  /** The error that was found, or nothing. */
  private String error() {
    try {
      errors.refuseIfAny();
      return "";
    } catch (BadRequest bad) {
      return bad.problem().detail();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "87.48", "123456789012345678.123456789012345678", "007"})
  void a_plain_decimal_is_a_number(String text) {
    assertThat(it("'" + text + "'").decimal("it")).isEqualByComparingTo(text);
    assertThat(error()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"5", "'-5'", "'+5'", "'5.'", "'.5'", "'5e3'", "' 5'", "'٥'", "'NaN'", "''"})
  void what_is_no_plain_decimal_is_refused(String json) {
    assertThat(it(json).decimal("it")).isNull();
    assertThat(error()).startsWith("it ").contains("expected a plain decimal such as \"87.48\"");
  }

  @Test
  void a_day_is_a_day() {
    assertThat(it("'2024-02-29'").day("it")).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(error()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'2026-02-29'", "'2026-2-1'", "'01.02.2026'", "'-999-01-01'", "20260201"})
  void what_is_no_day_is_refused(String json) {
    assertThat(it(json).day("it")).isNull();
    assertThat(error()).contains("expected a day such as 2026-03-01");
  }

  // spotless:off
  @ParameterizedTest
  @CsvSource(quoteCharacter = '`', value = {
    "1,           1",
    "5,           5",
    "0,           ",
    "6,           ",
    "1.0,         ",
    "1e0,         ",
    "9999999999,  ",
    "'3',         ",
    "true,        "
  })
  // spotless:on
  void a_whole_number_lies_within_its_bounds(String json, Integer number) {
    assertThat(it(json).wholeNumber("it", 1, 5)).isEqualTo(number);
    assertThat(error().isEmpty()).isEqualTo(number != null);
  }

  // spotless:off
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "EUR | true",
    "DEM | true",
    "HRK | true",
    "CSD | true",
    "XAU | false",
    "QQQ | false",
    "eur | false"
  })
  // spotless:on
  void a_currency_is_one_to_pay_with_now_or_once(String code, boolean isOne) {
    String amount = "{'amount': '5.00', 'currency': '" + code + "'}";

    Money read = it(amount).money("it");

    assertThat(read).isEqualTo(isOne ? Money.parse("5", Currency.getInstance(code)) : null);
    assertThat(error())
        .isEqualTo(
            isOne
                ? ""
                : "it.currency \""
                    + code
                    + "\", expected an ISO 4217 code to pay with, such as IDR");
  }

  @Test
  void the_objects_of_a_list_say_where_they_are() {
    List<Fields> items = fields("{'items': [{'a': 1}, {'b': 1}]}").objects("items", 2);

    items.getLast().knowing(Set.of("a"));

    assertThat(items).hasSize(2);
    assertThat(error()).isEqualTo("items[1].b is not a field here, expected a");
  }

  // spotless:off
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "{'items': 5}           | items a number, expected an array of at most 2 objects",
    "{'items': [{}, {}, {}]}| items an array of 3, expected an array of at most 2 objects",
    "{'items': [{}, []]}    | items[1] an array [], expected an object"
  })
  // spotless:on
  void what_is_no_list_of_objects_is_refused(String json, String says) {
    fields(json).objects("items", 2);

    assertThat(error()).isEqualTo(says);
  }

  // spotless:off
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "weight 5 is refused        | inner.weight 5 is refused",
    "inner.weight 5 is refused  | inner.weight 5 is refused",
    "height 5 is refused        | inner height 5 is refused",
    "refused                    | inner refused"
  })
  // spotless:on
  void a_refusal_of_the_whole_is_told_of_the_field_that_it_names(String message, String says) {
    Fields inner =
        requireNonNull(fields("{'inner': {'weight': 5}}").object("inner", Set.of("weight")));

    assertThat(
            inner.<String>build(
                () -> {
                  throw new IllegalArgumentException(message);
                }))
        .isNull();

    assertThat(error()).isEqualTo(says);
  }
}
