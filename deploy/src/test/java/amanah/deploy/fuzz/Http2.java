package amanah.deploy.fuzz;

import com.linecorp.armeria.common.HttpData;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A client of HTTP/2 without TLS (RFC 9113) that sends whatever it is told, one request after the
 * other, over a connection that it leaves before the window of the server is used up.
 */
final class Http2 implements AutoCloseable {

  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int RST_STREAM = 3;
  private static final int SETTINGS = 4;
  private static final int PING = 6;
  private static final int GOAWAY = 7;
  private static final int WINDOW_UPDATE = 8;
  private static final int CONTINUATION = 9;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;
  private static final int ACK = 1;

  private static final int PAYLOAD_MAX = 16_384;
  private static final int WINDOW = 1 << 29;
  private static final int SENT_MAX = 700_000;
  private static final int STREAM_BYTES_MAX = 250_000;
  private static final int ANSWER_BYTES_MAX = 1 << 20;

  /** No table, so that each block of headers can be read alone; a large window. */
  private static final byte[] OUR_SETTINGS =
      Noises.frame(
          12,
          SETTINGS,
          0,
          0,
          Bytes.join(
              new byte[] {0, 1}, Bytes.integer(0), new byte[] {0, 4}, Bytes.integer(WINDOW)));

  private final InetSocketAddress address;
  private @Nullable Socket socket;
  private InputStream in = InputStream.nullInputStream();
  private int stream;
  private int sent;

  Http2(InetSocketAddress address) {
    this.address = address;
  }

  /** A frame. */
  record Frame(int type, int flags, int stream, HttpData data) {

    byte[] payload() {
      return data.array();
    }

    boolean has(int flag) {
      return (flags & flag) != 0;
    }

    int integer(int at) {
      return data.length() < at + Integer.BYTES ? 0 : ByteBuffer.wrap(payload()).getInt(at);
    }

    /** What a server has to say about an error, in a word; empty for anything else. */
    String error() {
      return switch (type) {
        case RST_STREAM -> "reset " + integer(0);
        case GOAWAY -> "away " + integer(Integer.BYTES);
        default -> "";
      };
    }
  }

  /**
   * Sends a request and waits for what comes of it.
   *
   * @param listens whether an answer may have no end, and is left when it has begun
   */
  Outcome ask(List<Header> headers, byte[] body, boolean listens) throws IOException {
    Socket open = open();
    boolean clean = false;
    try {
      stream += 2;
      open.setSoTimeout(listens ? FuzzRun.LISTENING_MILLIS : FuzzRun.PATIENCE_MILLIS);
      send(open.getOutputStream(), headers, body);
      Outcome outcome = receive(open.getOutputStream(), listens);
      clean = outcome instanceof Outcome.Answered;
      return outcome;
    } catch (SocketTimeoutException hung) {
      if (listens) {
        return new Outcome.Left();
      }
      throw hung;
    } catch (IOException broken) {
      return new Outcome.Ended(broken.toString());
    } finally {
      if (!clean || sent > SENT_MAX) {
        close();
      }
    }
  }

  private Socket open() throws IOException {
    Socket open = socket;
    if (open == null) {
      open = Http1.connect(address);
      socket = open;
      in = new BufferedInputStream(open.getInputStream());
      stream = -1;
      sent = 0;
      open.getOutputStream()
          .write(
              Bytes.join(
                  Noises.PREFACE,
                  OUR_SETTINGS,
                  Noises.frame(4, WINDOW_UPDATE, 0, 0, Bytes.integer(WINDOW))));
    }
    return open;
  }

  private void send(OutputStream out, List<Header> headers, byte[] body) throws IOException {
    byte[] block = block(headers);
    List<byte[]> frames = new ArrayList<>();
    int type = HEADERS;
    for (int at = 0; at == 0 || at < block.length; at += PAYLOAD_MAX) {
      byte[] part = Bytes.head(Bytes.tail(block, at), PAYLOAD_MAX);
      int last = at + PAYLOAD_MAX >= block.length ? END_HEADERS : 0;
      int end = type == HEADERS && body.length == 0 ? END_STREAM : 0;
      frames.add(Noises.frame(part.length, type, last | end, stream, part));
      type = CONTINUATION;
    }
    byte[] whole = Bytes.head(body, STREAM_BYTES_MAX);
    for (int at = 0; at < whole.length; at += PAYLOAD_MAX) {
      byte[] part = Bytes.head(Bytes.tail(whole, at), PAYLOAD_MAX);
      int end = at + PAYLOAD_MAX >= whole.length ? END_STREAM : 0;
      frames.add(Noises.frame(part.length, DATA, end, stream, part));
    }
    sent += whole.length;
    out.write(Bytes.join(frames.toArray(byte[][]::new)));
  }

  private Outcome receive(OutputStream out, boolean listens) throws IOException {
    Map<String, String> headers = new HashMap<>();
    Map<String, String> trailers = new HashMap<>();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      Frame frame = frame(in);
      boolean ours = frame.stream() == stream;
      switch (frame.type()) {
        case HEADERS -> {
          Map<String, String> fields = fields(whole(frame));
          if (headers.isEmpty()) {
            headers.putAll(fields);
          }
          if (ours && frame.has(END_STREAM)) {
            trailers.putAll(fields);
          }
        }
        case DATA -> body.writeBytes(frame.payload());
        case SETTINGS, PING -> acknowledge(out, frame);
        case RST_STREAM, GOAWAY -> {
          // Also of a request before this one, whose rest the server did not want.
          if (ours || frame.type() == GOAWAY) {
            return new Outcome.Ended(frame.error());
          }
        }
        default -> headers.remove("");
      }
      boolean informational = headers.getOrDefault(":status", "").startsWith("1");
      if (informational) {
        headers.clear();
      } else if (ours && frame.type() <= HEADERS && frame.has(END_STREAM)) {
        int status = Integer.parseInt(headers.getOrDefault(":status", "0"));
        return new Outcome.Answered(status, headers, HttpData.wrap(body.toByteArray()), trailers);
      } else if ((listens && body.size() > 0) || body.size() > ANSWER_BYTES_MAX) {
        return new Outcome.Left();
      }
    }
  }

  /** With what is continued in further frames. */
  private byte[] whole(Frame first) throws IOException {
    byte[] block = first.payload();
    for (Frame part = first; !part.has(END_HEADERS); block = Bytes.join(block, part.payload())) {
      part = frame(in);
    }
    return block;
  }

  private static void acknowledge(OutputStream out, Frame frame) throws IOException {
    if (!frame.has(ACK)) {
      byte[] payload = frame.type() == PING ? frame.payload() : new byte[0];
      out.write(Noises.frame(payload.length, frame.type(), ACK, 0, payload));
    }
  }

  private static Map<String, String> fields(byte[] block) throws IOException {
    try {
      Http2Headers fields =
          new DefaultHttp2HeadersDecoder(false, 1 << 20)
              .decodeHeaders(1, Unpooled.wrappedBuffer(block));
      Map<String, String> map = new HashMap<>();
      fields.forEach(field -> map.put(field.getKey().toString(), field.getValue().toString()));
      return map;
    } catch (Http2Exception unreadable) {
      throw new IOException("headers that are not HPACK", unreadable);
    }
  }

  /** The next frame. */
  static Frame frame(InputStream in) throws IOException {
    byte[] head = in.readNBytes(9);
    if (head.length < 9) {
      throw new EOFException("no frame");
    }
    ByteBuffer fields = ByteBuffer.wrap(head);
    int first = fields.getInt();
    byte[] payload = in.readNBytes(first >>> 8);
    if (payload.length < first >>> 8) {
      throw new EOFException("in the middle of a frame");
    }
    return new Frame(first & 0xff, fields.get() & 0xff, fields.getInt(), HttpData.wrap(payload));
  }

  /** Headers as HPACK (RFC 7541) without table and without compression. */
  static byte[] block(List<Header> headers) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    for (Header header : headers) {
      block.write(0);
      string(block, header.name());
      string(block, header.value());
    }
    return block.toByteArray();
  }

  private static void string(ByteArrayOutputStream block, String text) {
    byte[] bytes = Bytes.latin(text);
    int rest = bytes.length - 127;
    block.write(Math.min(bytes.length, 127));
    if (rest >= 0) {
      for (; rest >= 128; rest >>>= 7) {
        block.write(rest % 128 + 128);
      }
      block.write(rest);
    }
    block.writeBytes(bytes);
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
