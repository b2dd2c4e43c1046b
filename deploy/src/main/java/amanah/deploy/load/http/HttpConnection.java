package amanah.deploy.load.http;

import io.netty.handler.codec.http2.Http2Exception;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/**
 * The frames of one HTTP/2 connection without TLS (RFC 9113), read by one thread with blocking
 * calls: whatever has come is handled together, and whatever that causes goes out together. Knows
 * only what a server of this project sends; anything else ends the connection with a sentence.
 */
final class HttpConnection implements AutoCloseable {

  /** Who is told what came. */
  interface Receiver {

    /** Response headers. */
    void status(int stream, int status);

    /** A part of a response body. */
    void data(int stream, byte[] bytes, int from, int length);

    /** The response is complete, or was broken off. */
    void ended(int stream, boolean whole);
  }

  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER_BYTES = 9;
  private static final int FRAME_BYTES_MAX = 16_384;
  private static final int WINDOW = 1 << 30;
  private static final int WINDOW_FIRST = 65_535;
  private static final int SETTING_BYTES = 6;
  private static final int PRIORITY_BYTES = 5;
  private static final Duration FIRST_ANSWER_MAX = Duration.ofSeconds(30);
  private static final long MILLI_NANOS = 1_000_000;

  private final Socket socket;
  private final InputStream input;
  private final OutputStream output;
  private final Receiver receiver;
  private final FrameWriter out = new FrameWriter();
  private byte[] in = new byte[4 * FRAME_BYTES_MAX];
  private int inLength;
  private long sendWindow = WINDOW_FIRST;
  private int receivedUnreported;
  private int streamsMax = Integer.MAX_VALUE;
  private int streamWindow = WINDOW_FIRST;
  private boolean settled;

  HttpConnection(InetSocketAddress address, Receiver receiver) throws IOException {
    this.receiver = receiver;
    this.socket = new Socket();
    socket.connect(address, (int) FIRST_ANSWER_MAX.toMillis());
    socket.setTcpNoDelay(true);
    this.input = socket.getInputStream();
    this.output = socket.getOutputStream();
    out.raw(PREFACE);
    out.header(3 * SETTING_BYTES, FrameType.SETTINGS, 0, 0);
    out.setting(FrameType.SETTING_HEADER_TABLE_SIZE, 0);
    out.setting(FrameType.SETTING_ENABLE_PUSH, 0);
    out.setting(FrameType.SETTING_INITIAL_WINDOW, WINDOW);
    credit(WINDOW);
    while (!settled) {
      flush();
      if (!receive(FIRST_ANSWER_MAX)) {
        throw new SocketTimeoutException("no HTTP/2 at " + address);
      }
    }
  }

  FrameWriter out() {
    return out;
  }

  /** Whether a request with such a body may be sent, beside so many others. */
  boolean takes(int bodyBytes, int streams) {
    return streams < streamsMax && bodyBytes <= sendWindow && bodyBytes <= streamWindow;
  }

  /** A body has been written. */
  void sent(int bodyBytes) {
    sendWindow -= bodyBytes;
  }

  void flush() throws IOException {
    out.flush(output);
  }

  /**
   * Waits for bytes and handles every frame that is whole; false when none came within {@code max},
   * to the millisecond.
   */
  boolean receive(Duration max) throws IOException {
    socket.setSoTimeout(Math.toIntExact((max.toNanos() + MILLI_NANOS - 1) / MILLI_NANOS));
    int read = read();
    if (read == 0) {
      return false;
    } else if (read < 0) {
      throw new EOFException("the server closed the connection");
    }
    inLength += read;
    handle();
    return true;
  }

  private int read() throws IOException {
    try {
      return input.read(in, inLength, in.length - inLength);
    } catch (SocketTimeoutException nothing) {
      return 0;
    }
  }

  private void handle() throws IOException {
    int at = 0;
    while (inLength - at >= HEADER_BYTES) {
      int length = ((in[at] & 0xff) << 16) | ((in[at + 1] & 0xff) << 8) | (in[at + 2] & 0xff);
      if (length > FRAME_BYTES_MAX) {
        throw new IOException("a frame of " + length + " bytes, expected at most 16384");
      }
      if (inLength - at - HEADER_BYTES < length) {
        break;
      }
      frame(in[at + 3], in[at + 4] & 0xff, integer(at + 5), at + HEADER_BYTES, length);
      at += HEADER_BYTES + length;
    }
    System.arraycopy(in, at, in, 0, inLength - at);
    inLength -= at;
    if (inLength == in.length) {
      in = Arrays.copyOf(in, 2 * in.length);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void frame(int type, int flags, int stream, int from, int length) throws IOException {
    switch (type) {
      case FrameType.DATA -> data(flags, stream, from, length);
      case FrameType.HEADERS -> headers(flags, stream, from, length);
      case FrameType.RST_STREAM -> receiver.ended(stream, false);
      case FrameType.SETTINGS -> settings(flags, from, length);
      case FrameType.PING -> ping(flags, from, length);
      case FrameType.GOAWAY ->
          throw new IOException("the server goes away, error " + integer(from + Integer.BYTES));
      case FrameType.WINDOW_UPDATE -> sendWindow += stream == 0 ? integer(from) : 0;
      case FrameType.CONTINUATION, FrameType.PUSH_PROMISE ->
          throw new IOException("a frame of type " + type + ", which this client cannot read");
      default -> ignored();
    }
  }

  /** RFC 9113, 4.1: frames of unknown types are ignored and discarded. */
  private static void ignored() {}

  private void data(int flags, int stream, int from, int length) {
    int padding = (flags & FrameType.FLAG_PADDED) == 0 ? 0 : 1 + (in[from] & 0xff);
    int start = (flags & FrameType.FLAG_PADDED) == 0 ? from : from + 1;
    receiver.data(stream, in, start, length - padding);
    receivedUnreported += length;
    if (receivedUnreported > WINDOW / 2) {
      credit(receivedUnreported);
      receivedUnreported = 0;
    }
    if ((flags & FrameType.FLAG_END_STREAM) != 0) {
      receiver.ended(stream, true);
    }
  }

  private void headers(int flags, int stream, int from, int length) throws IOException {
    if ((flags & FrameType.FLAG_END_HEADERS) == 0) {
      throw new IOException("headers in more than one frame, which this client cannot read");
    }
    boolean padded = (flags & FrameType.FLAG_PADDED) != 0;
    int padding = padded ? 1 + (in[from] & 0xff) : 0;
    int skipped = (padded ? 1 : 0) + ((flags & FrameType.FLAG_PRIORITY) == 0 ? 0 : PRIORITY_BYTES);
    int trailing = padding - (padded ? 1 : 0);
    try {
      receiver.status(stream, HeaderBlock.status(in, from + skipped, length - skipped - trailing));
    } catch (Http2Exception unreadable) {
      throw new IOException("headers that are not HPACK", unreadable);
    }
    if ((flags & FrameType.FLAG_END_STREAM) != 0) {
      receiver.ended(stream, true);
    }
  }

  private void settings(int flags, int from, int length) {
    if ((flags & FrameType.FLAG_ACK) != 0) {
      return;
    }
    for (int at = from; at < from + length; at += SETTING_BYTES) {
      int name = ((in[at] & 0xff) << 8) | (in[at + 1] & 0xff);
      int value = integer(at + Short.BYTES);
      if (name == FrameType.SETTING_STREAMS_MAX) {
        streamsMax = value < 0 ? Integer.MAX_VALUE : value;
      } else if (name == FrameType.SETTING_INITIAL_WINDOW) {
        streamWindow = value;
      }
    }
    settled = true;
    out.header(0, FrameType.SETTINGS, FrameType.FLAG_ACK, 0);
  }

  private void ping(int flags, int from, int length) {
    if ((flags & FrameType.FLAG_ACK) == 0) {
      out.header(length, FrameType.PING, FrameType.FLAG_ACK, 0);
      out.raw(in, from, length);
    }
  }

  private void credit(int bytes) {
    out.header(Integer.BYTES, FrameType.WINDOW_UPDATE, 0, 0);
    out.integer(bytes);
  }

  private int integer(int at) {
    return ((in[at] & 0xff) << 24)
        | ((in[at + 1] & 0xff) << 16)
        | ((in[at + 2] & 0xff) << 8)
        | (in[at + 3] & 0xff);
  }
}
