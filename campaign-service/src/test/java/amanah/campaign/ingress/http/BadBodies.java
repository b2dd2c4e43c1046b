package amanah.campaign.ingress.http;

import static amanah.campaign.ingress.http.BadRequests.AMOUNT;
import static amanah.campaign.ingress.http.BadRequests.DONATIONS;
import static amanah.campaign.ingress.http.BadRequests.JSON;
import static amanah.campaign.ingress.http.BadRequests.NONE;
import static amanah.campaign.ingress.http.BadRequests.PAYMENT;
import static amanah.campaign.ingress.http.BadRequests.gzip;
import static amanah.campaign.ingress.http.BadRequests.post;

import amanah.campaign.ingress.http.BadRequests.Case;
import com.linecorp.armeria.common.HttpData;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rows of {@link BadRequests} whose bodies cannot be read. */
final class BadBodies {

  private static final String GOOD = "{" + AMOUNT + "," + PAYMENT + "}";

  private BadBodies() {}

  static List<Case> cases() {
    return Stream.of(json(), encodings(), batches()).flatMap(List::stream).toList();
  }

  private static List<Case> json() {
    return List.of(
        body("no body", JSON, "", 400, "malformed"),
        body("blank body", JSON, "  ", 400, "malformed"),
        body("half an object", JSON, "{\"amount\":", 400, "malformed"),
        body("garbage behind", JSON, GOOD + "x", 400, "malformed"),
        body("two objects", JSON, GOOD + GOOD, 400, "malformed"),
        body("an array", JSON, "[" + GOOD + "]", 400, "malformed"),
        body("a number", JSON, "5", 400, "malformed"),
        body("null", JSON, "null", 400, "malformed"),
        body("not a number", JSON, "{\"amount\":NaN}", 400, "malformed"),
        body("a comment", JSON, "/* hello */" + GOOD, 400, "malformed"),
        body("single quotes", JSON, "{'amount':1}", 400, "malformed"),
        body("a byte order mark", JSON, "\uFEFF" + GOOD, 400, "malformed"),
        body("a raw line end in text", JSON, "{\"message\":\"a\nb\"}", 400, "malformed"),
        body("depth", JSON, "{\"a\":" + "[".repeat(5000), 400, "malformed"),
        body("a key twice", JSON, "{\"message\":\"a\",\"message\":\"b\"}", 400, "malformed"),
        body("a long number", JSON, "{\"a\":" + "9".repeat(2000) + "}", 400, "malformed"),
        bytes("bytes that are no UTF-8", "{\"message\":\"\u00ff\u00fe\"}", "malformed"),
        bytes("overlong UTF-8", "{\"message\":\"\u00c0\u0080\"}", "malformed"),
        bytes("a surrogate in UTF-8", "{\"message\":\"\u00ed\u00a0\u0080\"}", "malformed"),
        bytes("UTF-16", "\u0000{\u0000}", "malformed"));
  }

  private static List<Case> encodings() {
    String large = "{\"message\":\"" + "x".repeat(70_000) + "\"}";
    return List.of(
        body("no content type", NONE, GOOD, 415, "unsupported_media_type"),
        body("plain text", type("text/plain"), GOOD, 415, "unsupported_media_type"),
        body(
            "a form",
            type("application/x-www-form-urlencoded"),
            "a=b",
            415,
            "unsupported_media_type"),
        body("no media type", type("json"), GOOD, 415, "unsupported_media_type"),
        body("lines for one", type("application/x-ndjson"), GOOD, 415, "unsupported_media_type"),
        body(
            "Latin-1",
            type("application/json; charset=iso-8859-1"),
            GOOD,
            415,
            "unsupported_media_type"),
        body("brotli", encoded("br"), GOOD, 415, "unsupported_media_type"),
        body("no gzip", encoded("gzip"), GOOD, 400, "malformed"),
        body("a large body", JSON, large, 413, "too_large"),
        new Case(
            "a bomb",
            "POST",
            DONATIONS,
            encoded("gzip"),
            gzip("x".repeat(5_000_000)),
            413,
            "too_large"));
  }

  private static List<Case> batches() {
    return List.of(
        batch("a batch of no array", "{}", 400, "malformed"),
        batch("a batch without end", "[" + GOOD, 400, "malformed"),
        batch("a batch with a hole", "[" + GOOD + ",,]", 400, "malformed"),
        batch("a batch and more", "[" + GOOD + "] 5", 400, "malformed"),
        batch("10,001 items", "[" + "1,".repeat(10_000) + "1]", 413, "too_large"));
  }

  private static Case body(
      String name, Map<String, String> headers, String body, int status, String code) {
    return new Case(name, "POST", DONATIONS, headers, HttpData.ofUtf8(body), status, code);
  }

  private static Case bytes(String name, String latin, String code) {
    return new Case(
        name,
        "POST",
        DONATIONS,
        JSON,
        HttpData.wrap(latin.getBytes(StandardCharsets.ISO_8859_1)),
        400,
        code);
  }

  private static Case batch(String name, String json, int status, String code) {
    return post(name, DONATIONS + "/batch", json, status, code);
  }

  private static Map<String, String> type(String type) {
    return Map.of("Content-Type", type);
  }

  private static Map<String, String> encoded(String encoding) {
    return Map.of("Content-Type", "application/json", "Content-Encoding", encoding);
  }
}
