package amanah.deploy.faults.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between one node and its PostgreSQL, passes on what both say, and cuts where it is told:
 * everything, or just the answer that a transaction was committed.
 *
 * <p>Connections in both directions are blocking sockets, each with two virtual threads.
 */
public final class DatabaseProxy implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseProxy.class);
  private static final int BACKLOG = 200;
  private static final int CONNECTIONS_MAX = 500;
  private static final Duration CONNECT_MAX = Duration.ofSeconds(2);

  private volatile InetSocketAddress server;
  private final ServerSocket door;
  private final Set<ProxyConnection> connections = ConcurrentHashMap.newKeySet();
  private final AtomicInteger repliesToCut = new AtomicInteger();
  private final AtomicInteger commitsToDelay = new AtomicInteger();
  private final AtomicInteger struck = new AtomicInteger();
  private volatile boolean refusing;
  private volatile Duration clockOffset = Duration.ZERO;

  private DatabaseProxy(InetSocketAddress server, ServerSocket door) {
    this.server = server;
    this.door = door;
  }

  /** Listens at a free port of {@code host} for a server that may be away. */
  public static DatabaseProxy start(InetAddress host, InetSocketAddress server) throws IOException {
    ServerSocket door = new ServerSocket(0, BACKLOG, host);
    DatabaseProxy proxy = new DatabaseProxy(server, door);
    Thread.ofVirtual().name("database-proxy").start(proxy::accept);
    return proxy;
  }

  /** Where a node finds it. */
  public InetSocketAddress address() {
    return (InetSocketAddress) door.getLocalSocketAddress();
  }

  /** Does this to the next so many commits. */
  public void arm(Stroke stroke, int times) {
    armed(stroke).set(times);
  }

  /** Does nothing of the kind any more. */
  public void disarm() {
    repliesToCut.set(0);
    commitsToDelay.set(0);
  }

  /** How many commits have been struck so far. */
  public int struck() {
    return struck.get();
  }

  /** From now on the server's clock is off by this for the node behind, as the node reads it. */
  public void setClockOffset(Duration offset) {
    clockOffset = offset;
  }

  Duration clockOffset() {
    return clockOffset;
  }

  /** How many connections are open. */
  public int sessions() {
    return connections.size();
  }

  /** Leads to another server from now on. */
  void lead(InetSocketAddress other) {
    server = other;
    cut();
  }

  /** Closes every connection. */
  public void cut() {
    connections.forEach(ProxyConnection::close);
  }

  /** Cuts everything and takes no new connections until {@link #serve}. */
  public void refuse() {
    refusing = true;
    cut();
  }

  /** Takes connections again. */
  public void serve() {
    refusing = false;
  }

  @Override
  public void close() throws IOException {
    door.close();
    cut();
  }

  /** Takes one of the strokes that are left, if any is. */
  boolean takes(Stroke stroke) {
    int left = armed(stroke).getAndUpdate(count -> Math.max(0, count - 1));
    if (left > 0) {
      struck.incrementAndGet();
    }
    return left > 0;
  }

  void gone(ProxyConnection connection) {
    connections.remove(connection);
  }

  private AtomicInteger armed(Stroke stroke) {
    return switch (stroke) {
      case REPLY_CUT -> repliesToCut;
      case LATE_COMMIT -> commitsToDelay;
    };
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Thread.ofVirtual().name("database-proxy").start(() -> connect(client));
      } catch (IOException closedOrRefused) {
        LOG.trace("the connection ends", closedOrRefused);
      }
    }
  }

  private void connect(Socket client) {
    if (refusing || connections.size() >= CONNECTIONS_MAX) {
      ProxyConnection.close(client);
      return;
    }
    Socket upstream = new Socket();
    try {
      upstream.connect(server, Math.toIntExact(CONNECT_MAX.toMillis()));
      upstream.setTcpNoDelay(true);
      client.setTcpNoDelay(true);
    } catch (IOException away) {
      ProxyConnection.close(upstream);
      ProxyConnection.close(client);
      return;
    }
    ProxyConnection connection = new ProxyConnection(this, client, upstream);
    connections.add(connection);
    connection.run();
    if (refusing || door.isClosed()) {
      connection.close();
    }
  }
}
