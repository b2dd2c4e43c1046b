package amanah.deploy.fuzz;

import com.linecorp.armeria.common.HttpData;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client of HTTP/1.1 that sends whatever it is told, one request after the other, over a
 * connection that it keeps for as long as nothing strange happened on it.
 */
final class Http1 implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Http1.class);
  private static final int LINE_MAX = 100_000;
  private static final int CONTINUE = 100;

  private final InetSocketAddress address;
  private @Nullable Socket socket;
  private InputStream in = InputStream.nullInputStream();

  Http1(InetSocketAddress address) {
    this.address = address;
  }

  /** A connection with a bound for every wait. */
  static Socket connect(InetSocketAddress address) throws IOException {
    Socket socket = new Socket(address.getAddress(), address.getPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(FuzzRun.PATIENCE_MILLIS);
    return socket;
  }

  Outcome ask(Attempt.Http request) throws IOException {
    if (socket == null) {
      socket = connect(address);
      in = new BufferedInputStream(socket.getInputStream());
    }
    boolean clean = false;
    try {
      Outcome outcome = ask(socket, request);
      clean = outcome instanceof Outcome.Answered answer && staysOpen(answer, request);
      return outcome;
    } catch (SocketTimeoutException hung) {
      throw hung;
    } catch (IOException broken) {
      return new Outcome.Ended(broken.toString());
    } finally {
      if (!clean) {
        close();
      }
    }
  }

  private static boolean staysOpen(Outcome.Answered answer, Attempt.Http request) {
    return !answer.header("connection").equalsIgnoreCase("close")
        && request.headers().stream().noneMatch(header -> header.name().equals("expect"));
  }

  private Outcome ask(Socket open, Attempt.Http request) throws IOException {
    send(open, bytes(request));
    Outcome.Answered head = readHead(in);
    boolean streams = head.header("content-type").startsWith("text/event-stream");
    if (streams && head.status() == 200) {
      return new Outcome.Left();
    }
    return request.method().equals("HEAD") ? head : read(in, head);
  }

  /** Whoever is refused before he has said everything may find nobody who takes the rest. */
  static void send(Socket open, byte[] bytes) {
    try {
      open.getOutputStream().write(bytes);
    } catch (IOException notTaken) {
      LOG.debug("not all was taken", notTaken);
    }
  }

  private static byte[] bytes(Attempt.Http request) {
    StringBuilder head = new StringBuilder();
    head.append(request.method())
        .append(' ')
        .append(request.target())
        .append(" HTTP/1.1\r\nhost: a\r\n");
    request
        .headers()
        .forEach(
            field -> head.append(field.name()).append(": ").append(field.value()).append("\r\n"));
    head.append("content-length: ").append(request.body().length()).append("\r\n\r\n");
    return Bytes.join(Bytes.latin(head.toString()), request.body().array());
  }

  /** The next answer without its body. */
  static Outcome.Answered readHead(InputStream in) throws IOException {
    String[] status = line(in).split(" ", 3);
    if (status.length < 2 || !status[0].startsWith("HTTP/1.")) {
      throw new IOException("no status line: " + List.of(status));
    }
    Map<String, String> headers = new HashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int code = Integer.parseInt(status[1]);
    return code == CONTINUE
        ? readHead(in)
        : new Outcome.Answered(code, headers, HttpData.empty(), Map.of());
  }

  /** The same with its body. */
  static Outcome.Answered read(InputStream in, Outcome.Answered head) throws IOException {
    byte[] body = body(in, head.headers(), head.status());
    return new Outcome.Answered(head.status(), head.headers(), HttpData.wrap(body), Map.of());
  }

  private static byte[] body(InputStream in, Map<String, String> headers, int code)
      throws IOException {
    if (code == 204 || code == 304) {
      return new byte[0];
    }
    String length = headers.get("content-length");
    if (length != null) {
      byte[] body = in.readNBytes(Integer.parseInt(length));
      if (body.length < Integer.parseInt(length)) {
        throw new EOFException("in the middle of a body");
      }
      return body;
    }
    return headers.getOrDefault("transfer-encoding", "").equals("chunked")
        ? chunks(in)
        : in.readAllBytes();
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (int length = chunk(in); length > 0; length = chunk(in)) {
      whole.writeBytes(in.readNBytes(length));
      line(in);
    }
    for (String trailer = line(in); !trailer.isEmpty(); trailer = line(in)) {
      whole.reset();
    }
    return whole.toByteArray();
  }

  private static int chunk(InputStream in) throws IOException {
    return Integer.parseInt(line(in), 16);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 || line.size() > LINE_MAX) {
        throw new EOFException("in the middle of a head: " + line);
      }
      line.write(next);
    }
    return Bytes.latin(line.toByteArray()).strip();
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
