package amanah.campaign.ingress.http;

import com.linecorp.armeria.common.HttpData;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of {@link BadRequests} that are donations with something wrong in them. */
final class BadDonations {

  private static final String PAYMENT = "\"payment\":{\"method\":\"captured\",\"reference\":\"r\"}";
  private static final String NAME = "{\"donationId\":\"bad\",";
  private static final String REST =
      "\"amount\":{\"amount\":\"10.00\",\"currency\":\"IDR\"}," + PAYMENT;
  private static final String GOOD = NAME + REST;

  private BadDonations() {}

  static List<BadRequests.Case> cases() {
    return Stream.of(names(), amounts(), currencies(), fields(), payments())
        .flatMap(List::stream)
        .toList();
  }

  private static List<BadRequests.Case> names() {
    return List.of(
        new BadRequests.Case(
            "a donation without a name",
            "POST",
            BadRequests.DONATIONS,
            BadRequests.JSON,
            HttpData.ofUtf8("{" + REST + "}"),
            428,
            "name_required"),
        named("with a slash", "\"a/b\""),
        named("of nothing", "\"\""),
        named("of a number", "5"),
        named("of 65", "\"" + "a".repeat(65) + "\""),
        named("in Arabic", "\"\u0635\u062f\u0642\u0629\""),
        new BadRequests.Case(
            "an idempotency key with a space",
            "POST",
            BadRequests.DONATIONS,
            Map.of("Content-Type", "application/json", "Idempotency-Key", "a b"),
            HttpData.ofUtf8("{" + REST + "}"),
            400,
            "invalid_field"));
  }

  private static List<BadRequests.Case> amounts() {
    return List.of(
        amount("a JSON number", "10"),
        amount("a JSON fraction", "10.5"),
        amount("true", "true"),
        amount("a list", "[\"10\"]"),
        amount("no digits", "\"\""),
        amount("a sign", "\"-10.00\""),
        amount("a plus", "\"+10.00\""),
        amount("an exponent", "\"1e3\""),
        amount("NaN", "\"NaN\""),
        amount("infinity", "\"Infinity\""),
        amount("a space", "\" 10.00\""),
        amount("a comma", "\"10,00\""),
        amount("a thousands separator", "\"1,000.00\""),
        amount("a bare point", "\"10.\""),
        amount("a leading point", "\".50\""),
        amount("two points", "\"1.0.0\""),
        amount("hex", "\"0x10\""),
        amount("Arabic digits", "\"\u0661\u0660\""),
        amount("three fraction digits", "\"10.001\""),
        amount("nothing", "\"0.00\""),
        amount("more than a long", "\"92233720368547758.08\""),
        amount("a hundred digits", "\"" + "9".repeat(100) + "\""),
        donation(
            "an amount of a number", NAME + "\"amount\":10," + PAYMENT + "}", "invalid_amount"),
        donation(
            "an amount of text", NAME + "\"amount\":\"10\"," + PAYMENT + "}", "invalid_amount"));
  }

  private static List<BadRequests.Case> currencies() {
    return List.of(
        currency("that nobody knows", "\"XYZ\""),
        currency("in small letters", "\"idr\""),
        currency("with two letters", "\"ID\""),
        currency("of gold", "\"XAU\""),
        currency("of tests", "\"XTS\""),
        currency("of none", "\"XXX\""),
        currency("of nothing", "\"\""),
        donation("no amount", NAME + PAYMENT + "}", "invalid_field"),
        donation(
            "no currency",
            NAME + "\"amount\":{\"amount\":\"1\"}," + PAYMENT + "}",
            "invalid_field"),
        donation(
            "half an amount",
            NAME + "\"amount\":{\"currency\":\"IDR\"}," + PAYMENT + "}",
            "invalid_field"),
        donation(
            "a currency of a number",
            NAME + "\"amount\":{\"amount\":\"1\",\"currency\":360}," + PAYMENT + "}",
            "invalid_field"),
        donation(
            "an amount with more",
            NAME
                + "\"amount\":{\"amount\":\"1\",\"currency\":\"IDR\",\"cents\":1},"
                + PAYMENT
                + "}",
            "invalid_field"));
  }

  private static List<BadRequests.Case> fields() {
    return List.of(
        with("an unknown field", "\"note\":\"x\""),
        with("a donor of text", "\"donor\":\"Siti\""),
        with("a donor with an address", "\"donor\":{\"email\":\"a@example.org\"}"),
        with("a donor id with a space", "\"donor\":{\"id\":\"a b\"}"),
        with("a donor with a long name", "\"donor\":{\"name\":\"" + "x".repeat(201) + "\"}"),
        with("a donor with a bell", "\"donor\":{\"name\":\"a\\u0007\"}"),
        with("anonymous of text", "\"donor\":{\"anonymous\":\"yes\"}"),
        with("a long message", "\"message\":\"" + "x".repeat(1001) + "\""),
        with("a message with NUL", "\"message\":\"a\\u0000b\""),
        with("a message of a number", "\"message\":1"),
        donation("half a surrogate pair", GOOD + ",\"message\":\"a\\ud83d\"}", "malformed"),
        with("an unknown designation", "\"designation\":\"gift\""),
        with("a designation in capitals", "\"designation\":\"ZAKAT\""),
        with("an assessment without zakat", "\"assessmentId\":\"a-1\""),
        with("a donation without time zone", "\"donatedAt\":\"2026-03-01T00:00:00\""),
        with("a donation at a number", "\"donatedAt\":1772323200"),
        with("a donation in month 13", "\"donatedAt\":\"2026-13-01T00:00:00Z\""));
  }

  private static List<BadRequests.Case> payments() {
    return List.of(
        payment("missing", null),
        payment("of text", "\"captured\""),
        payment("without method", "{\"reference\":\"r\"}"),
        payment("without reference", "{\"method\":\"captured\"}"),
        payment("with an empty reference", "{\"method\":\"captured\",\"reference\":\"\"}"),
        payment(
            "with a long reference",
            "{\"method\":\"captured\",\"reference\":\"" + "x".repeat(201) + "\"}"),
        payment("by magic", "{\"method\":\"magic\",\"reference\":\"r\"}"),
        payment("to be charged", "{\"method\":\"charge\",\"token\":\"t\"}"),
        payment(
            "captured with a token",
            "{\"method\":\"captured\",\"reference\":\"r\",\"token\":\"t\"}"));
  }

  private static BadRequests.Case amount(String what, String amount) {
    return donation(
        "an amount of " + what,
        NAME + "\"amount\":{\"amount\":" + amount + ",\"currency\":\"IDR\"}," + PAYMENT + "}",
        "invalid_amount");
  }

  private static BadRequests.Case currency(String what, String currency) {
    return donation(
        "a currency " + what,
        NAME + "\"amount\":{\"amount\":\"1\",\"currency\":" + currency + "}," + PAYMENT + "}",
        "unknown_currency");
  }

  private static BadRequests.Case named(String what, String name) {
    return donation(
        "a donation id " + what, "{\"donationId\":" + name + "," + REST + "}", "invalid_field");
  }

  private static BadRequests.Case with(String name, String field) {
    return donation(name, GOOD + "," + field + "}", "invalid_field");
  }

  private static BadRequests.Case payment(String what, @Nullable String payment) {
    String amount = NAME + "\"amount\":{\"amount\":\"10.00\",\"currency\":\"IDR\"}";
    return donation(
        "a payment " + what,
        payment == null ? amount + "}" : amount + ",\"payment\":" + payment + "}",
        "invalid_field");
  }

  private static BadRequests.Case donation(String name, String json, String code) {
    return BadRequests.donation(name, json, code);
  }
}
