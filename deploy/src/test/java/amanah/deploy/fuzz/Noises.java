package amanah.deploy.fuzz;

import com.linecorp.armeria.common.HttpData;
import java.util.ArrayList;
import java.util.List;

/** Bytes that keep to no rule, or to the first rules only. */
final class Noises {

  static final byte[] PREFACE = Bytes.latin("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
  static final byte[] NO_SETTINGS = new byte[] {0, 0, 0, 4, 0, 0, 0, 0, 0};

  private static final List<String> FRAMINGS =
      List.of(
          "content-length: %2$d\r\n",
          "content-length: %3$d\r\n",
          "content-length: -1\r\n",
          "content-length: x\r\n",
          "content-length: 99999999999999999999\r\n",
          "content-length: +5\r\n",
          "content-length: %1$d\r\ncontent-length: %1$d\r\n",
          "content-length: %1$d\r\ncontent-length: %2$d\r\n",
          "content-length: %1$d, %1$d\r\n",
          "",
          "transfer-encoding: chunked\r\n",
          "transfer-encoding: chunked\r\ncontent-length: %1$d\r\n",
          "transfer-encoding: gzip\r\n",
          "transfer-encoding: chunked, chunked\r\n",
          "transfer-encoding : chunked\r\n",
          "content-length: %1$d\r\nexpect: 100-continue\r\n",
          "content-length: 8388609\r\n",
          "content-length: %1$d\r\n folded\r\n",
          "content-length: %1$d\r\nconnection: close\r\n",
          "content-length: %1$d\r\nconnection: upgrade, http2-settings\r\nupgrade: h2c\r\nhttp2-settings: AAMAAABk\r\n",
          "content-length: %1$d\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n");
  private static final List<String> CHUNKS =
      List.of(
          "%1$x\r\n%2$s\r\n0\r\n\r\n",
          "%1$x;a=b\r\n%2$s\r\n0\r\nx: y\r\n\r\n",
          "ffffffff\r\n%2$s",
          "-1\r\n%2$s",
          "x\r\n%2$s",
          "0%1$x\r\n%2$s\r\n",
          "%1$x\r\n%2$s",
          "1\r\n%2$s\r\n0\r\n\r\n",
          "%1$x\n%2$s\n0\n\n");
  private static final List<String> LINES =
      List.of(
          "GET / HTTP/1.0\r\n\r\n",
          "GET / HTTP/0.9\r\n\r\n",
          "GET /\r\n",
          "GET / HTTP/2.0\r\nhost: a\r\n\r\n",
          "GET / HTTP/9.9\r\nhost: a\r\n\r\n",
          "GET / FTP/1.1\r\n\r\n",
          "GET  /  HTTP/1.1\r\nhost: a\r\n\r\n",
          "\r\n\r\nGET /healthz HTTP/1.1\r\nhost: a\r\n\r\n",
          "GET /healthz HTTP/1.1\r\n\r\n",
          "GET /healthz HTTP/1.1\r\nhost: a\r\nhost: b\r\n\r\n",
          "GET http://a/healthz HTTP/1.1\r\nhost: b\r\n\r\n",
          "OPTIONS * HTTP/1.1\r\nhost: a\r\n\r\n",
          "CONNECT a:80 HTTP/1.1\r\nhost: a\r\n\r\n",
          "PRI * HTTP/2.0\r\n\r\n",
          "GET * HTTP/1.1\r\nhost: a\r\n\r\n",
          "GET healthz HTTP/1.1\r\nhost: a\r\n\r\n",
          " / HTTP/1.1\r\nhost: a\r\n\r\n",
          "GET /\u00ff\u00fe HTTP/1.1\r\nhost: a\r\n\r\n",
          "GET /\0 HTTP/1.1\r\nhost: a\r\n\r\n",
          "GET /healthz HTTP/1.1\nhost: a\n\n",
          "GET /healthz HTTP/1.1\r\nhost\r\n\r\n",
          "GET /healthz HTTP/1.1\r\n: a\r\n\r\n",
          "GET /healthz HTTP/1.1\r\nhost: a\0\r\n\r\n",
          "GET /healthz HTTP/1.1\r\nhost : a\r\n\r\n",
          "GET /healthz HTTP/1.1\r\nhost: a\rx: y\r\n\r\n",
          "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003",
          "PROXY TCP4 1.1.1.1 2.2.2.2 1 2\r\n");

  private Noises() {}

  static Attempt.Noise of(Chance chance, long number) {
    boolean waits = chance.oneIn(8);
    return switch (chance.below(6)) {
      case 0 -> noise("random", chance.bytes(chance.between(1, 2_000)), waits);
      case 1 -> noise("line", line(chance), waits);
      case 2 -> noise("framing", framing(chance, number), waits);
      case 3 -> noise("spoiled", chance.spoiled(framing(chance, number)), waits);
      case 4 -> noise("HTTP/2 frames", Bytes.join(PREFACE, NO_SETTINGS, frames(chance)), waits);
      default ->
          noise(
              "HTTP/2 bytes",
              Bytes.join(PREFACE, chance.spoiled(Bytes.join(NO_SETTINGS, frames(chance)))),
              waits);
    };
  }

  private static Attempt.Noise noise(String kind, byte[] bytes, boolean waits) {
    return new Attempt.Noise(kind, HttpData.wrap(bytes), waits);
  }

  private static byte[] line(Chance chance) {
    byte[] line = Bytes.latin(chance.of(LINES));
    return switch (chance.below(4)) {
      case 0 -> chance.spoiled(line);
      case 1 -> Bytes.join(line, line);
      case 2 -> Bytes.latin("GET /healthz HTTP/1.1\r\nhost: a\r\n" + many(chance) + "\r\n");
      default -> line;
    };
  }

  private static String many(Chance chance) {
    return chance.oneIn(2)
        ? "a: b\r\n".repeat(chance.between(1, 3_000))
        : "a: " + "b".repeat(chance.between(1, 20_000)) + "\r\n";
  }

  /** A donation whose end is not where it is said to be; also two, one behind the other. */
  private static byte[] framing(Chance chance, long number) {
    String json =
        "{\"donationId\":\"late-"
            + number
            + "\",\"amount\":{\"amount\":\"5\",\"currency\":\"JPY\"},"
            + "\"payment\":{\"method\":\"captured\",\"reference\":\"bank\"}}";
    String framing = chance.of(FRAMINGS);
    String body =
        framing.contains("chunked") ? chance.of(CHUNKS).formatted(json.length(), json) : json;
    String whole =
        "POST /v1/campaigns/%s/donations HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n"
                .formatted(Acknowledged.UNCERTAIN)
            + framing.formatted(
                json.length(),
                json.length() - chance.between(1, 40),
                json.length() + chance.between(1, 40))
            + "\r\n"
            + body;
    return Bytes.latin(chance.oneIn(4) ? whole + whole : whole);
  }

  private static byte[] frames(Chance chance) {
    List<byte[]> frames = new ArrayList<>();
    for (int count = chance.between(1, 8); count > 0; count--) {
      byte[] payload = payload(chance);
      int length =
          chance.oneIn(8)
              ? chance.of(List.of(0, 1, 16_385, 0xffffff, payload.length + 1))
              : payload.length;
      int stream = chance.of(List.of(0, 1, 1, 1, 2, 3, 5, Integer.MAX_VALUE, -1));
      frames.add(
          frame(
              length,
              chance.below(chance.oneIn(5) ? 256 : 11),
              chance.below(256),
              stream,
              payload));
    }
    return Bytes.join(frames.toArray(byte[][]::new));
  }

  private static byte[] payload(Chance chance) {
    return switch (chance.below(5)) {
      case 0 -> chance.bytes(chance.below(40));
      case 1 -> Bytes.integer(chance.of(List.of(0, 1, -1, Integer.MAX_VALUE)));
      case 2 ->
          Bytes.join(new byte[] {0, (byte) chance.below(8)}, Bytes.integer((int) chance.number()));
      case 3 ->
          Http2.block(
              List.of(
                  new Header(":method", "GET"),
                  new Header(":path", "/healthz"),
                  new Header(":scheme", "http")));
      default -> new byte[chance.of(List.of(0, 4, 5, 8))];
    };
  }

  static byte[] frame(int length, int type, int flags, int stream, byte[] payload) {
    return Bytes.join(
        new byte[] {
          (byte) (length >>> 16), (byte) (length >>> 8), (byte) length, (byte) type, (byte) flags
        },
        Bytes.integer(stream),
        payload);
  }
}
