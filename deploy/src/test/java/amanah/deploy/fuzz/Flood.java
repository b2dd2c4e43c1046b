package amanah.deploy.fuzz;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests to a campaign {@code well} that cost a node more than who sends them: bodies that come
 * almost whole and then no further, and answers that nobody reads. Its {@code main} floods a node
 * that runs already, from another address of loopback: {@code HTTP2_BODIES http://127.0.0.1:8080 12
 * 105 20} is 105 MB over 12 connections, held for 20 seconds.
 */
public final class Flood implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Flood.class);
  private static final int MEGA = 1_000_000;
  private static final int BODY_BYTES = 60_000;
  private static final int BATCH_BYTES = 8_000_000;
  private static final int MESSAGE_BYTES = 500_000;
  private static final int NOTHING_READ = 0;
  private static final int USUAL_WINDOW = 65_535;
  private static final String DONATIONS = "/v1/campaigns/well/donations";
  private static final Header JSON = new Header("content-type", "application/json");
  private static final Header LINES = new Header("content-type", "application/x-ndjson");
  private static final Header GRPC = new Header("content-type", "application/grpc");
  private static final Header TRAILERS = new Header("te", "trailers");

  /** What is sent. */
  public enum Kind {
    /** Donations over HTTP/1.1, one a connection. */
    HTTP1_BODIES,
    /** Donations over HTTP/2, of a length that is told. */
    HTTP2_BODIES,
    /** Donations over HTTP/2, of a length that nobody tells. */
    HTTP2_UNTOLD,
    /** Calls of gRPC with one message. */
    GRPC_BODIES,
    /** Batches of donations, the largest bodies there are. */
    BATCHES,
    /** The same over gRPC. */
    GRPC_BATCHES,
    /** Streams of donations, each with a message that does not end. */
    INTAKES,
    /** A question of gRPC that does not end, to be answered by a stream. */
    WATCHES,
    /** Large answers, of which nothing is read. */
    UNREAD_ANSWERS,
    /** Streams of events, of which nothing is read. */
    UNREAD_EVENTS
  }

  private final InetSocketAddress address;
  private final InetAddress from;
  private final Kind kind;
  private final long bytesMax;
  private final AtomicLong sent = new AtomicLong();
  private final ConcurrentLinkedQueue<FloodConnection> connections = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Socket> sockets = new ConcurrentLinkedQueue<>();

  /**
   * Against that node, with at most so many bytes in all.
   *
   * @param from an address of this machine, who the node thinks it comes from
   */
  public Flood(URI node, InetAddress from, Kind kind, long bytesMax) {
    this.address = new InetSocketAddress(node.getHost(), node.getPort());
    this.from = from;
    this.kind = kind;
    this.bytesMax = bytesMax;
  }

  /** Sends all that the node takes, over so many connections at once; returns when it is there. */
  public void rise(int connectionCount) throws InterruptedException {
    List<Thread> senders =
        IntStream.range(0, connectionCount)
            .mapToObj(number -> Thread.ofVirtual().start(() -> fill(bytesMax / connectionCount)))
            .toList();
    for (Thread sender : senders) {
      sender.join();
    }
  }

  /** What it holds. */
  public String told() {
    return "%s: %,d bytes sent, %,d requests open, %,d ended by the node"
        .formatted(
            kind,
            sent.get(),
            connections.stream().mapToInt(FloodConnection::open).sum() + sockets.size(),
            connections.stream().mapToInt(FloodConnection::ended).sum());
  }

  private void fill(long share) {
    try {
      if (kind == Kind.HTTP1_BODIES) {
        http1(share);
      } else {
        http2(share);
      }
    } catch (IOException refused) {
      LOG.debug("the node takes no more of this connection", refused);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(address.getAddress(), address.getPort(), from, 0);
    socket.setTcpNoDelay(true);
    return socket;
  }

  private void http1(long share) throws IOException {
    for (long own = 0; own < share; own += BODY_BYTES) {
      Socket socket = connect();
      sockets.add(socket);
      String head =
          "POST %s HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n"
              .formatted(DONATIONS, BODY_BYTES + 1);
      socket.getOutputStream().write(Bytes.join(Bytes.latin(head), new byte[BODY_BYTES]));
      sent.addAndGet(BODY_BYTES);
    }
  }

  private void http2(long share) throws IOException, InterruptedException {
    boolean reads = kind != Kind.UNREAD_ANSWERS && kind != Kind.UNREAD_EVENTS;
    FloodConnection connection =
        new FloodConnection(connect(), reads ? USUAL_WINDOW : NOTHING_READ);
    connections.add(connection);
    int body = bodyBytes();
    for (long own = 0; own < share; ) {
      int stream = connection.begin(headers(), body == 0);
      if (stream == 0) {
        return;
      }
      int took = body == 0 ? 0 : connection.send(stream, body(body));
      sent.addAndGet(took);
      own += Math.max(took, 1_000);
    }
  }

  private int bodyBytes() {
    return switch (kind) {
      case HTTP1_BODIES, HTTP2_BODIES, HTTP2_UNTOLD, GRPC_BODIES -> BODY_BYTES;
      case BATCHES, GRPC_BATCHES, WATCHES -> BATCH_BYTES;
      case INTAKES -> MESSAGE_BYTES;
      case UNREAD_ANSWERS, UNREAD_EVENTS -> 0;
    };
  }

  /** For gRPC the head of a message that is a little longer. */
  private byte[] body(int length) {
    return switch (kind) {
      case GRPC_BODIES, GRPC_BATCHES, INTAKES ->
          Bytes.head(Bytes.join(new byte[1], Bytes.integer(length + 1), new byte[length]), length);
      case HTTP1_BODIES,
          HTTP2_BODIES,
          HTTP2_UNTOLD,
          BATCHES,
          WATCHES,
          UNREAD_ANSWERS,
          UNREAD_EVENTS ->
          new byte[length];
    };
  }

  private List<Header> headers() {
    return switch (kind) {
      case HTTP1_BODIES, HTTP2_BODIES -> request("POST", DONATIONS, JSON, length(BODY_BYTES));
      case HTTP2_UNTOLD -> request("POST", DONATIONS, JSON);
      case BATCHES -> request("POST", DONATIONS + "/batch", LINES, length(BATCH_BYTES));
      case GRPC_BODIES -> request("POST", "/amanah.v1.DonationService/Donate", GRPC, TRAILERS);
      case GRPC_BATCHES -> request("POST", "/amanah.v1.DonationService/DonateAll", GRPC, TRAILERS);
      case INTAKES -> request("POST", "/amanah.v1.IntakeService/Donate", GRPC, TRAILERS);
      case WATCHES -> request("POST", "/grpc.health.v1.Health/Watch", GRPC, TRAILERS);
      case UNREAD_ANSWERS -> request("GET", "/openapi.json");
      case UNREAD_EVENTS -> request("GET", "/v1/campaigns/well/events");
    };
  }

  private static Header length(int bytes) {
    return new Header("content-length", String.valueOf(bytes + 1));
  }

  private static List<Header> request(String method, String path, Header... more) {
    List<Header> headers =
        new ArrayList<>(
            List.of(
                new Header(":method", method),
                new Header(":scheme", "http"),
                new Header(":authority", "a"),
                new Header(":path", path)));
    headers.addAll(List.of(more));
    return headers;
  }

  @Override
  public void close() {
    connections.forEach(Flood::close);
    sockets.forEach(Flood::close);
  }

  private static void close(Closeable connection) {
    try {
      connection.close();
    } catch (IOException already) {
      throw new UncheckedIOException(already);
    }
  }

  /** What it is called with stands above. */
  public static void main(String... arguments) throws InterruptedException, IOException {
    Kind kind = Kind.valueOf(arguments[0].toUpperCase(Locale.ROOT));
    long bytes = Long.parseLong(arguments[3]) * MEGA;
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[4]));
    try (Flood flood =
        new Flood(URI.create(arguments[1]), InetAddress.getByName("127.0.0.2"), kind, bytes)) {
      flood.rise(Integer.parseInt(arguments[2]));
      LOG.info(flood.told());
      var unused = new CountDownLatch(1).await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      LOG.info(flood.told());
    }
  }
}
