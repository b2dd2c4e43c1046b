package amanah.zakat.ingress.http;

import java.util.stream.Stream;

/**
 * Requests that have to be refused with 400, with the code, the field and the words of the answer.
 * Money in the rows is written {@code EUR 5.00}, and quotes are single.
 */
public final class BadZakatRequests {

  private static final String ASSETS = "`currency`: `EUR`, `assets`: [{%s}]";
  private static final String CASH = "`type`: `cash`, `value`: EUR 5";
  private static final String GOOD = ASSETS.formatted(CASH);

  private static final int SHOWN_MAX = 200;

  private BadZakatRequests() {}

  /**
   * One request and what has to come back.
   *
   * @param field the first that is named as wrong
   * @param says what its message has to have
   */
  public record Case(String call, String json, String code, String field, String says) {

    /** The method of the call. */
    public String method() {
      return call.split(" ", 2)[0];
    }

    /** The path of the call. */
    public String path() {
      return "/v1/zakat/" + call.split(" ", 2)[1];
    }

    /** The JSON of the body. */
    public String body() {
      return "{"
          + json.replace('`', '"')
              .replaceAll(
                  "\\b([A-Z]{3}) (-?[\\d.e]+)", "{\"amount\": \"$2\", \"currency\": \"$1\"}")
          + "}";
    }

    @Override
    public String toString() {
      return call + " {" + (json.length() < SHOWN_MAX ? json : json.substring(0, SHOWN_MAX)) + "}";
    }
  }

  /** All of them. */
  public static Stream<Case> cases() {
    return Stream.of(simple(), question(), settings(), assets(), herds(), debts(), others())
        .flatMap(rows -> rows);
  }

  private static Case calculate(String json, String field, String says) {
    return new Case("POST calculate", json, "invalid_field", field, says);
  }

  private static Case asset(String asset, String field, String says) {
    return calculate(ASSETS.formatted(asset), field, says);
  }

  private static Case amount(String json, String field, String says) {
    return new Case("POST calculate", json, "invalid_amount", field, says);
  }

  // spotless:off
  private static Stream<Case> simple() {
    return Stream.of(
        calculate("`wealth`: EUR 5", "nisab", "is missing, expected an amount of money"),
        calculate("`nisab`: EUR 5", "wealth", "is missing, expected an amount of money"),
        calculate("`wealth`: EUR 5, `nisab`: EUR 5, `assets`: []", "assets", "is not a field here, expected nisab, wealth"),
        amount("`wealth`: 5, `nisab`: EUR 5", "wealth", "a number 5, expected an object such as"),
        amount("`wealth`: EUR -5, `nisab`: EUR 5", "wealth.amount", "\"-5\" is not an amount"),
        amount("`wealth`: EUR 5.001, `nisab`: EUR 5", "wealth.amount", "at most 2 fraction digits"),
        amount("`wealth`: EUR 5e3, `nisab`: EUR 5", "wealth.amount", "\"5e3\" is not an amount"),
        amount("`wealth`: {`amount`: 5, `currency`: `EUR`}, `nisab`: EUR 5", "wealth.amount", "a number 5, expected a decimal string"),
        new Case("POST calculate", "`wealth`: ZZZ 5, `nisab`: EUR 5", "unknown_currency", "wealth.currency", "\"ZZZ\", expected an ISO 4217 code"),
        new Case("POST calculate", "`wealth`: XAU 5, `nisab`: EUR 5", "unknown_currency", "wealth.currency", "\"XAU\", expected an ISO 4217 code"));
  }

  private static Stream<Case> question() {
    return Stream.of(
        calculate("", "currency", "is missing"),
        calculate("`currency`: `EUR`", "assets", "is missing, expected an array of what is owned"),
        calculate("`currency`: 978, `assets`: []", "currency", "a number 978, expected an ISO 4217 code"),
        new Case("POST calculate", "`currency`: `euro`, `assets`: []", "unknown_currency", "currency", "\"euro\", expected an ISO 4217 code"),
        calculate(GOOD + ", `as_of`: `2026-03-01`", "as_of", "is not a field here, expected allowStale, asOf, assets"),
        calculate(GOOD + ", `asOf`: `2026-02-30`", "asOf", "\"2026-02-30\", expected a day such as 2026-03-01"),
        calculate(GOOD + ", `asOf`: `2026-03-01T00:00:00Z`", "asOf", "expected a day such as"),
        calculate(GOOD + ", `asOf`: `+12026-03-01`", "asOf", "expected a day such as"),
        calculate(GOOD + ", `asOf`: 20260301", "asOf", "a number 20260301, expected a day"),
        calculate(GOOD + ", `profile`: ``", "profile", "has 0 characters, expected 1 to 200"),
        calculate(GOOD + ", `profile`: `nobody`", "profile", "\"nobody\" is unknown, expected one of [aaoifi,"),
        calculate(GOOD + ", `prices`: `high`", "prices", "a string \"high\", expected an object with"),
        calculate(GOOD + ", `prices`: {`gold`: 5}", "prices.gold", "a number 5, expected a plain decimal"),
        calculate(GOOD + ", `prices`: {`gold`: `0`}", "prices.gold", "0 is refused, expected more than 0"),
        calculate(GOOD + ", `prices`: {`gold`: `-5`}", "prices.gold", "\"-5\", expected a plain decimal"),
        calculate(GOOD + ", `prices`: {`gold`: `1e3`}", "prices.gold", "\"1e3\", expected a plain decimal"),
        calculate(GOOD + ", `prices`: {`gold`: `1,000`}", "prices.gold", "\"1,000\", expected a plain decimal"),
        calculate(GOOD + ", `prices`: {`gold`: `1234567890123456789`}", "prices.gold", "expected a plain decimal"),
        calculate(GOOD + ", `prices`: {`gold`: `0.1234567890123456789`}", "prices.gold", "expected a plain decimal"),
        calculate(GOOD + ", `prices`: {`platinum`: `5`}", "prices.platinum", "is not a field here, expected gold, silver"));
  }

  private static Stream<Case> settings() {
    return Stream.of(
        calculate(GOOD + ", `settings`: []", "settings", "an array [], expected an object with"),
        calculate(GOOD + ", `settings`: {`nisab`: `gold`}", "settings.nisab", "is not a field here"),
        calculate(GOOD + ", `settings`: {`nisabBasis`: `copper`}", "settings.nisabBasis", "\"copper\", expected one of gold, silver, lower_of_two"),
        calculate(GOOD + ", `settings`: {`nisabBasis`: `GOLD`}", "settings.nisabBasis", "\"GOLD\", expected one of gold"),
        calculate(GOOD + ", `settings`: {`goldNisabGrams`: `0`}", "settings.goldNisabGrams", "0 is refused, expected more than 0"),
        calculate(GOOD + ", `settings`: {`silverNisabGrams`: 595}", "settings.silverNisabGrams", "a number 595, expected a plain decimal"),
        calculate(GOOD + ", `settings`: {`year`: `leap`}", "settings.year", "\"leap\", expected one of lunar, solar"),
        calculate(GOOD + ", `settings`: {`nisabComparison`: `>=`}", "settings.nisabComparison", "expected one of inclusive, exclusive"),
        calculate(GOOD + ", `settings`: {`rounding`: `up`}", "settings.rounding", "\"up\", expected one of ceiling, half_up, floor"),
        calculate(GOOD + ", `settings`: {`debts`: true}", "settings.debts", "a boolean true, expected one of none, due_now"),
        calculate(GOOD + ", `settings`: {`wornJewellery`: `free`}", "settings.wornJewellery", "\"free\", expected one of due, exempt"));
  }

  private static Stream<Case> assets() {
    return Stream.of(
        calculate("`currency`: `EUR`, `assets`: {}", "assets", "an object, expected an array of at most 200 objects"),
        calculate("`currency`: `EUR`, `assets`: [" + "{},".repeat(200) + "{}]", "assets", "an array of 201, expected an array of at most 200"),
        calculate("`currency`: `EUR`, `assets`: [`cash`]", "assets[0]", "a string \"cash\", expected an object"),
        asset("", "assets[0].type", "is missing, expected one of cash, gold"),
        asset("`type`: `house`", "assets[0].type", "\"house\", expected one of cash, gold"),
        asset("`type`: `cash`", "assets[0].value", "is missing, expected an amount of money"),
        asset(CASH + ", `grams`: `5`", "assets[0].grams", "is not a field here, expected impureInterest, type, value"),
        asset(CASH + ", `impureInterest`: EUR 6", "assets[0].impureInterest", "expected at most the value 5.00 EUR"),
        asset("`type`: `gold`", "assets[0].grams", "is missing"),
        asset("`type`: `gold`, `grams`: 5", "assets[0].grams", "a number 5, expected a plain decimal"),
        asset("`type`: `gold`, `grams`: `5`, `karat`: `25`", "assets[0].karat", "25 is refused, expected at most 24"),
        asset("`type`: `gold`, `grams`: `5`, `karat`: `0`", "assets[0].karat", "0 is refused, expected more than 0"),
        asset("`type`: `gold`, `grams`: `5`, `fineness`: `1001`", "assets[0].fineness", "1001 is refused, expected at most 1000"),
        asset("`type`: `gold`, `grams`: `5`, `karat`: `22`, `fineness`: `916`", "assets[0].fineness", "stands beside karat, expected one of the two"),
        asset("`type`: `gold`, `grams`: `5`, `use`: `lent`", "assets[0].use", "\"lent\", expected one of savings, worn"),
        asset("`type`: `silver`, `grams`: `5`, `karat`: `22`", "assets[0].karat", "is not a field here"),
        asset("`type`: `business`", "assets[0].currentAssets", "is missing"),
        asset("`type`: `business`, `currentAssets`: EUR 5, `fixedAssets`: EUR 5", "assets[0].fixedAssets", "is not a field here"),
        asset("`type`: `receivable`, `value`: EUR 5", "assets[0].quality", "is missing, expected one of strong, medium, weak, bad"),
        asset("`type`: `receivable`, `value`: EUR 5, `quality`: `good`", "assets[0].quality", "\"good\", expected one of strong"),
        asset("`type`: `shares`, `value`: EUR 5", "assets[0].holding", "is missing, expected trading or long_term"),
        asset("`type`: `shares`, `value`: EUR 5, `holding`: `short`", "assets[0].holding", "\"short\", expected one of"),
        asset("`type`: `shares`, `value`: EUR 5, `holding`: `trading`, `zakatableShare`: `0.5`", "assets[0].zakatableShare", "belongs to holding long_term"),
        asset("`type`: `shares`, `value`: EUR 5, `holding`: `trading`, `dividends`: EUR 1", "assets[0].dividends", "belongs to holding long_term"),
        asset("`type`: `shares`, `value`: EUR 5, `holding`: `long_term`, `zakatableShare`: `1.5`", "assets[0].zakatableShare", "1.5 is refused, expected at most 1"),
        asset("`type`: `pension`, `value`: EUR 5", "assets[0].method", "is missing, expected one of proxy, accessible, on_receipt"),
        asset("`type`: `pension`, `value`: EUR 5, `method`: `accessible`, `penalty`: EUR 6", "assets[0].penalty", "expected at most the value 5.00 EUR"),
        asset("`type`: `pension`, `value`: EUR 5, `method`: `proxy`, `penalty`: EUR 1", "assets[0].penalty", "belongs to method accessible"),
        asset("`type`: `pension`, `value`: EUR 5, `method`: `on_receipt`, `zakatableShare`: `0.2`", "assets[0].zakatableShare", "belongs to method proxy"),
        asset("`type`: `income`, `value`: EUR 5", "assets[0].period", "is missing, expected one of month, year"),
        asset("`type`: `income`, `value`: EUR 5, `period`: `week`", "assets[0].period", "\"week\", expected one of month, year"),
        asset("`type`: `crops`, `watering`: `rain`", "assets[0].kilograms", "is missing"),
        asset("`type`: `crops`, `kilograms`: `5`", "assets[0].watering", "is missing, expected one of rain, irrigated, mixed"),
        asset("`type`: `rikaz`", "assets[0].value", "is missing"),
        asset("`type`: `mine`, `value`: EUR 5, `depth`: 5", "assets[0].depth", "is not a field here, expected type, value"),
        asset(CASH + "}, {`type`: `crypto`", "assets[1].value", "is missing"));
  }

  private static Stream<Case> herds() {
    return Stream.of(
        asset("`type`: `sheep`", "assets[0].count", "is missing"),
        asset("`type`: `sheep`, `count`: `40`", "assets[0].count", "a string \"40\", expected a whole number of 0 to 100000"),
        asset("`type`: `sheep`, `count`: 40.5", "assets[0].count", "a number 40.5, expected a whole number"),
        asset("`type`: `sheep`, `count`: -1", "assets[0].count", "a number -1, expected a whole number"),
        asset("`type`: `sheep`, `count`: 100001", "assets[0].count", "expected a whole number of 0 to 100000"),
        asset("`type`: `cattle`, `count`: 40, `prices`: {`sheep`: `5`}", "assets[0].prices.sheep", "is not a field here, expected musinnah, tabi"),
        asset("`type`: `camels`, `count`: 40, `prices`: {`bint_labun`: `5`}", "assets[0].prices.bint_labun", "is not a field here, expected bintLabun"),
        asset("`type`: `camels`, `count`: 40, `prices`: {`bintLabun`: 5}", "assets[0].prices.bintLabun", "a number 5, expected a plain decimal"),
        asset("`type`: `fitr`", "assets[0].heads", "is missing"),
        asset("`type`: `fitr`, `heads`: 2147483648", "assets[0].heads", "expected a whole number of 0 to 2147483647"),
        asset("`type`: `fitr`, `heads`: 5, `kilogramsPerHead`: `0`", "assets[0].kilogramsPerHead", "0 is refused, expected more than 0"));
  }

  private static Stream<Case> debts() {
    return Stream.of(
        calculate(GOOD + ", `liabilities`: 5", "liabilities", "a number, expected an array of at most 200 objects"),
        calculate(GOOD + ", `liabilities`: [" + "{},".repeat(200) + "{}]", "liabilities", "an array of 201, expected an array of at most 200"),
        calculate(GOOD + ", `liabilities`: [{}]", "liabilities[0].value", "is missing"),
        calculate(GOOD + ", `liabilities`: [{`value`: EUR 5}]", "liabilities[0].due", "is missing, expected one of now, next_12_months, later"),
        calculate(GOOD + ", `liabilities`: [{`value`: EUR 5, `due`: `soon`}]", "liabilities[0].due", "\"soon\", expected one of now"),
        calculate(GOOD + ", `liabilities`: [{`monthly`: EUR 5}]", "liabilities[0].total", "is missing"),
        calculate(GOOD + ", `liabilities`: [{`monthly`: EUR 5, `total`: EUR 50, `due`: `now`}]", "liabilities[0].due", "is not a field here, expected monthly, total"));
  }

  private static Stream<Case> others() {
    String hawl = "`nisab`: EUR 5, `balances`: [{%s}]";
    String nisab = "`publicationId`: `bad`, `profile`: `baznas-2026`, `day`: `2026-03-01`, `nisab`: {`year`: IDR 120, `month`: IDR 10}, `source`: {`title`: `T`, `date`: `2026`}";
    String gift = "`asnaf`: `riqab`, `amount`: EUR 5";
    return Stream.of(
        new Case("POST hawl", "`balances`: []", "invalid_field", "nisab", "is missing"),
        new Case("POST hawl", "`nisab`: EUR 5", "invalid_field", "balances", "is missing"),
        new Case("POST hawl", "`settings`: {`nisabBasis`: `gold`}, " + hawl.formatted("`from`: `2025-03-01`, `balance`: EUR 5"), "invalid_field", "settings.nisabBasis", "would have no effect here, expected none but nisabComparison, year"),
        new Case("POST hawl", "`settings`: {`rounding`: `floor`}, " + hawl.formatted("`from`: `2025-03-01`, `balance`: EUR 5"), "invalid_field", "settings.rounding", "would have no effect here"),
        new Case("POST hawl", "`settings`: {`goldNisabGrams`: `85`}, " + hawl.formatted("`from`: `2025-03-01`, `balance`: EUR 5"), "invalid_field", "settings.goldNisabGrams", "would have no effect here"),
        new Case("POST hawl", "`settings`: {`debts`: `all`}, " + hawl.formatted("`from`: `2025-03-01`, `balance`: EUR 5"), "invalid_field", "settings.debts", "would have no effect here"),
        new Case("POST hawl", "`nisab`: EUR 0, `balances`: []", "invalid_amount", "nisab.amount", "is nothing, expected more than zero"),
        new Case("POST hawl", hawl.formatted("`from`: `yesterday`, `balance`: EUR 5"), "invalid_field", "balances[0].from", "\"yesterday\", expected a day"),
        new Case("POST hawl", hawl.formatted("`from`: `2025-03-01`"), "invalid_field", "balances[0].balance", "is missing"),
        new Case("POST hawl", "`nisab`: EUR 5, `balances`: [" + "{},".repeat(1_000) + "{}]", "invalid_field", "balances", "an array of 1001, expected an array of at most 1000"),
        new Case("POST hawl", hawl.formatted("`day`: `2025-03-01`"), "invalid_field", "balances[0].day", "is not a field here, expected balance, from"),
        new Case("PUT prices", "`publicationId`: `bad`, `day`: `2026-03-01`, `gold`: `5`", "invalid_field", "currency", "is missing"),
        new Case("PUT prices", "`publicationId`: `bad`, `currency`: `EUR`, `gold`: `5`", "invalid_field", "day", "is missing, expected the first day"),
        new Case("PUT prices", "`publicationId`: `bad`, `currency`: `EUR`, `day`: `2026-03-01`", "invalid_field", "gold", "is missing and silver as well"),
        new Case("PUT prices", "`publicationId`: `bad`, `currency`: `EUR`, `day`: `2026-03-01`, `silver`: `0`", "invalid_field", "silver", "0 is refused, expected more than 0"),
        new Case("PUT prices", "`publicationId`: `bad`, `currency`: `EUR`, `day`: `2026-03-01`, `gold`: `5`, `source`: {}", "invalid_field", "currency", "is not a field here, expected day, nisab, profile, publicationId, source"),
        new Case("PUT prices", "`currency`: `EUR`, `day`: `2026-03-01`, `gold`: `5`, `publicationId`: `a/b`", "invalid_field", "publicationId", "a/b"),
        new Case("PUT prices", nisab.replace("IDR 10", "IDR 50"), "invalid_field", "nisab.month", "is not a twelfth of year"),
        new Case("PUT prices", nisab.replace("`2026`}", "`lately`}"), "invalid_field", "source.date", "\"lately\" is not a date, expected yyyy"),
        new Case("PUT prices", nisab.replace("`title`: `T`, ", ""), "invalid_field", "source.title", "is missing"),
        new Case("POST assessments", GOOD, "invalid_field", "donorId", "is missing"),
        new Case("POST assessments", GOOD + ", `donorId`: `a b`", "invalid_field", "donorId", "a b"),
        new Case("POST assessments", GOOD + ", `donorId`: `d`, `assessmentId`: 5", "invalid_field", "assessmentId", "a number 5, expected an id"),
        new Case("POST assessments", "`donorId`: `d`, `wealth`: EUR 5, `nisab`: EUR 5", "invalid_field", "wealth", "is not a field here"),
        new Case("POST distributions", "`amount`: EUR 5", "invalid_field", "asnaf", "is missing, expected one of fuqara, masakin, amil"),
        new Case("POST distributions", "`asnaf`: `poor`, `amount`: EUR 5", "invalid_field", "asnaf", "\"poor\", expected one of fuqara"),
        new Case("POST distributions", "`asnaf`: `riqab`", "invalid_field", "amount", "is missing"),
        new Case("POST distributions", "`asnaf`: `riqab`, `amount`: EUR 0.00", "invalid_amount", "amount.amount", "is nothing, expected more than zero"),
        new Case("POST distributions", gift + ", `recipient`: `" + "r".repeat(201) + "`", "invalid_field", "recipient", "has 201 characters, expected 0 to 200"),
        new Case("POST distributions", gift + ", `note`: `" + "n".repeat(501) + "`", "invalid_field", "note", "has 501 characters, expected 0 to 500"),
        new Case("POST distributions", gift + ", `distributionId`: `a/b`", "invalid_field", "distributionId", "a/b"),
        new Case("POST reset", "`all`: true", "invalid_field", "all", "is not a field here, expected none"),
        new Case("DELETE cache", "`all`: true", "invalid_field", "all", "is not a field here, expected none"),
        new Case("GET fund?asOf=2026-03-01", "", "invalid_field", "asOf", "expected an RFC 3339 time"),
        new Case("GET fund?at=2026", "", "invalid_field", "at", "is not a query parameter of this call, expected asOf"),
        new Case("GET prices?asOf=today", "", "invalid_field", "asOf", "\"today\", expected a day"),
        new Case("GET prices?asOf=2026-03-01&asOf=2026-03-02", "", "invalid_field", "asOf", "comes more than once"),
        new Case("GET distributions?limit=0", "", "invalid_field", "limit", "\"0\", expected a whole number of 1 to 500"),
        new Case("GET distributions?limit=501", "", "invalid_field", "limit", "\"501\", expected a whole number"),
        new Case("GET distributions?limit=%2B5", "", "invalid_field", "limit", "\"+5\", expected a whole number"),
        new Case("GET distributions?cursor=!", "", "invalid_field", "cursor", "\"!\", expected the nextCursor"),
        new Case("GET distributions?cursor=YWJj", "", "invalid_field", "cursor", "\"YWJj\", expected the nextCursor"),
        new Case("GET distributions?asOf=now", "", "invalid_field", "asOf", "\"now\", expected an RFC 3339 time"),
        new Case("GET fund/ledger?asOf=now", "", "invalid_field", "asOf", "\"now\", expected an RFC 3339 time"),
        new Case("GET fund/ledger?cursor=MTc", "", "invalid_field", "cursor", "\"MTc\", expected the nextCursor"),
        new Case("GET calculations?cursor=MQ", "", "invalid_field", "cursor", "is not a query parameter of this call, expected limit"),
        new Case("GET assessments/a%20b", "", "invalid_field", "assessmentId", "a b"),
        new Case("GET assessments/!/receipt", "", "invalid_field", "assessmentId", "!"));
  }
  // spotless:on
}
