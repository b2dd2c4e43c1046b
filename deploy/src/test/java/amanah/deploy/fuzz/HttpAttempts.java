package amanah.deploy.fuzz;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import amanah.deploy.fuzz.HttpCalls.Call;
import com.linecorp.armeria.common.HttpData;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Requests to the HTTP door: a right one, of which one or more things are made wrong. */
final class HttpAttempts {

  private static final Pattern CAMPAIGN = Pattern.compile("/v1/campaigns/([\\w.-]+)/.*");
  private static final int BOMB_BYTES = 10_000_000;
  private static final int OVERLONG_BYTES = 70_000;

  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "get", "FOO");
  private static final List<String> TYPES =
      List.of(
          "text/plain",
          "application/xml",
          "application/json; charset=utf-16",
          "application/json;",
          "application/json; charset=\"",
          "application/JSON",
          "*/*",
          "json",
          "",
          "\u00ff/\u00fe",
          "application/x-ndjson",
          "multipart/form-data",
          "application/grpc",
          "application/json, text/x",
          "application/x-www-form-urlencoded",
          "text/event-stream",
          "application/problem+json");
  private static final List<String> ESCAPES =
      List.of(
          "%00",
          "%2F",
          "%2e%2e",
          "%zz",
          "%",
          "%e0%80",
          "%C3%28",
          "%ed%a0%80",
          "%0d%0a",
          "+",
          "%25",
          "//",
          "/./",
          "/../",
          ";a=b",
          "\u00e9",
          "%F0%9F%98%80",
          ":",
          "@",
          "$",
          "[",
          "\\",
          "|",
          "%7b");
  private static final List<String> QUERIES =
      List.of(
          "",
          "?",
          "&",
          "=",
          "a=b",
          "asOf=",
          "limit=0",
          "limit=501",
          "limit=-1",
          "limit=99999999999",
          "limit=%2B5",
          "limit=%D9%A5",
          "cursor=!",
          "cursor=YWJj",
          "cursor=LTE",
          "after=-1",
          "after=x",
          "after=9223372036854775807",
          "after=99999999999999999999",
          "view=CACHED",
          "view=cached&view=cached",
          "asOf=-999999999-01-01T00:00:00Z",
          "asOf=%2B999999999-12-31T23:59:59Z",
          "asOf=0000-01-01",
          "asOf=9999-12-31",
          "asOf=0001-01-01T00:00:00Z",
          "%00=%00",
          "%",
          "%zz=1",
          "a=%ed%a0%80",
          "cursor=OTIyMzM3MjAzNjg1NDc3NTgwOA",
          "asOf=2026-03-01&asOf=2026-03-02",
          "a[]=1",
          "?#f");
  private static final List<String> NAMES =
      List.of(
          "accept",
          "accept-encoding",
          "accept-charset",
          "authorization",
          "cookie",
          "if-none-match",
          "if-match",
          "range",
          "expect",
          "origin",
          "x-forwarded-for",
          "x-forwarded-host",
          "te",
          "idempotency-key",
          "last-event-id",
          "x-request-id",
          "traceparent",
          "tracestate",
          "content-encoding",
          "content-language",
          "content-md5",
          "date",
          "grpc-timeout",
          "max-forwards",
          "access-control-request-method",
          "x-http-method-override",
          "http2-settings",
          "x-\u00e9");
  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          "x",
          "gzip",
          "br",
          "identity",
          "text/event-stream",
          "*/*;q=0",
          "0",
          "-1",
          "\u00ff\u00fe",
          "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
          "00-0-0-0",
          "bytes=0-1",
          "\"3\"",
          "a b",
          "a,b",
          "d-1",
          "x".repeat(65),
          "x".repeat(4_000),
          "9223372036854775808",
          "W/\"1\"",
          "%00",
          "{}",
          "../x",
          "\t",
          "chunked",
          "100-continue",
          "0x7f",
          "text/*;q=NaN, */*",
          ",,,",
          ";;;");

  private HttpAttempts() {}

  /** A request. */
  static Attempt.Http of(Chance chance) {
    Call row = chance.of(HttpCalls.all());
    boolean moneyMoves = row.path().contains("/donations") && !row.method().equals("GET");
    String path = row.path(chance);
    String campaignId = campaign(path);
    String query = chance.oneIn(2) ? row.query(chance) : "";
    Draft draft =
        new Draft(
            row.method(),
            path + (query.isEmpty() ? "" : "?" + query),
            row.body(chance),
            row.type());
    for (int times = chance.oneIn(6) ? 0 : chance.oneIn(4) ? 2 : 1; times > 0; times--) {
      spoil(draft, moneyMoves, chance);
    }
    draft.headers.add(new Header("content-type", draft.type));
    return new Attempt.Http(
        row,
        draft.method,
        draft.target,
        campaignId,
        List.copyOf(draft.headers),
        HttpData.wrap(draft.body),
        HttpData.wrap(draft.content),
        chance.oneIn(5) && draft.isProper());
  }

  private static @Nullable String campaign(String path) {
    Matcher campaign = CAMPAIGN.matcher(path);
    return campaign.matches() ? campaign.group(1) : null;
  }

  /** A request that becomes wrong. */
  private static final class Draft {

    private final String json;
    private final List<Header> headers = new ArrayList<>();
    private String method;
    private String target;
    private String type;
    private byte[] body;
    private byte[] content;

    Draft(String method, String target, String json, String type) {
      this.method = method;
      this.target = target;
      this.json = json;
      this.type = type;
      this.body = json.getBytes(UTF_8);
      this.content = body;
    }

    void says(byte[] other) {
      body = other;
      content = other;
    }

    /** Whether it can be told in HTTP/2 without being cut short by the first rule of the wire. */
    boolean isProper() {
      return headers.stream().noneMatch(header -> header.name().equals("te"));
    }
  }

  private static void spoil(Draft draft, boolean moneyMoves, Chance chance) {
    int kind = chance.below(20);
    if (kind < 10 && !draft.json.isEmpty()) {
      draft.says(JsonSpoiler.spoiled(draft.json, chance));
    } else if (kind < 13) {
      body(draft, chance);
    } else if (kind < 14) {
      draft.method = chance.of(METHODS);
    } else if (kind < 16 && !moneyMoves) {
      target(draft, chance);
    } else if (kind < 17) {
      draft.type = chance.of(TYPES);
    } else {
      draft.headers.add(header(chance));
    }
  }

  private static Header header(Chance chance) {
    return chance.oneIn(30)
        ? new Header("x-long", "x".repeat(chance.between(4_000, 20_000)))
        : new Header(chance.of(NAMES), chance.of(VALUES).strip());
  }

  private static void target(Draft draft, Chance chance) {
    String[] parts = draft.target.split("\\?", 2);
    int at = chance.between(1, parts[0].length());
    switch (chance.below(5)) {
      case 0 -> draft.target = parts[0] + "?" + chance.of(QUERIES);
      case 1 ->
          draft.target =
              draft.target + (draft.target.contains("?") ? "&" : "?") + chance.of(QUERIES);
      case 2 ->
          draft.target =
              parts[0].substring(0, at) + chance.of(ESCAPES) + draft.target.substring(at);
      case 3 -> {
        String id =
            URLEncoder.encode(Hostile.text("id", chance).replace(Hostile.NOT_UNICODE, ""), UTF_8);
        draft.target =
            parts[0].replaceFirst(
                "(moody|well|hard|spent|nobody|z|d)(-\\d+)?(?=/|$)", Matcher.quoteReplacement(id));
      }
      default ->
          draft.target =
              "/" + "x/".repeat(chance.oneIn(10) ? 5_000 : 5) + draft.target.substring(1);
    }
  }

  private static void body(Draft draft, Chance chance) {
    byte[] whole = draft.body;
    switch (chance.below(12)) {
      case 0 -> draft.says(Bytes.head(whole, chance.below(whole.length + 1)));
      case 1 -> draft.says(chance.spoiled(whole));
      case 2 -> draft.says(Bytes.join(whole, whole));
      case 3 -> draft.says(chance.bytes(chance.between(1, 300)));
      case 4 ->
          draft.says(
              Bytes.join(
                  whole, " ".repeat(chance.oneIn(20) ? OVERLONG_BYTES : 50).getBytes(UTF_8)));
      case 5 -> draft.says(draft.json.getBytes(UTF_16));
      case 6 -> draft.says(Hostile.json(chance).getBytes(UTF_8));
      case 7 -> draft.says(Bytes.join("\uFEFF".getBytes(UTF_8), whole));
      case 8 -> {
        draft.body = Bytes.gzip(draft.content);
        draft.headers.add(new Header("content-encoding", "gzip"));
      }
      case 9 -> {
        draft.says(chance.spoiled(Bytes.gzip(whole)));
        draft.headers.add(
            new Header(
                "content-encoding", chance.of(List.of("gzip", "deflate", "x-gzip", "gzip, gzip"))));
      }
      case 10 -> {
        draft.says(chance.oneIn(10) ? Bytes.gzip(new byte[BOMB_BYTES]) : new byte[0]);
        draft.headers.add(new Header("content-encoding", "gzip"));
      }
      default -> draft.says(Hostile.odd(chance).getBytes(UTF_8));
    }
  }
}
