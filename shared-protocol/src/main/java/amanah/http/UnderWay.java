package amanah.http;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What a node holds for requests that are under way: how many there are, and how many bytes of them
 * and of their answers, in all and for each client. A client without a connection is not
 * remembered, so there are no more of them than connections.
 */
final class UnderWay {

  private final UnderWayLimits limits;
  private final Held all = new Held();
  private final Map<ClientNetwork, Client> clients = new ConcurrentHashMap<>();

  UnderWay(UnderWayLimits limits) {
    this.limits = limits;
  }

  private static final class Held {

    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
  }

  /**
   * A connection of a client.
   *
   * @param cut ends it at once, whoever asks, in whichever thread
   */
  Connection connected(ClientNetwork network, Runnable cut) {
    Connection[] made = new Connection[1];
    clients.compute(
        network,
        (who, known) -> {
          Client client = known == null ? new Client(who) : known;
          made[0] = new Connection(client, cut);
          client.connections.add(made[0]);
          return client;
        });
    return made[0];
  }

  /** How many clients are remembered. */
  int clients() {
    return clients.size();
  }

  /** How many requests are under way. */
  int requests() {
    return all.requests.get();
  }

  /** How many bytes are held. */
  long bytes() {
    return all.bytes.get();
  }

  private static final class Client {

    private final ClientNetwork network;
    private final Held own = new Held();
    private final AtomicLong answers = new AtomicLong();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

    Client(ClientNetwork network) {
      this.network = network;
    }

    /** Whether it has more answers than that on connections that are not being cut. */
    boolean leavesMoreThan(long max) {
      return answers.get() > max && connections.stream().mapToLong(Connection::untaken).sum() > max;
    }
  }

  /** One connection, which has a part of its client's share. */
  final class Connection {

    private final Client client;
    private final Runnable cut;
    private final AtomicLong answers = new AtomicLong();
    private volatile boolean isCut;

    private Connection(Client client, Runnable cut) {
      this.client = client;
      this.cut = cut;
    }

    /** Notes that it has ended, and all that it held is given back. */
    void disconnected() {
      clients.computeIfPresent(
          client.network,
          (who, known) -> {
            client.connections.remove(this);
            return client.connections.isEmpty() ? null : known;
          });
    }

    /**
     * One request more, with so many bytes; or why there may not be, and then nothing is held.
     *
     * @param vital whether others have to take twice as much before it is refused for their sake
     */
    @Nullable Problem begin(long bytes, boolean vital) {
      int ownRequests = client.own.requests.incrementAndGet();
      int allRequests = all.requests.incrementAndGet();
      Problem tooMany = null;
      if (ownRequests > limits.clientRequestsMax()) {
        tooMany = tooMuch(limits.clientRequestsMax() + " requests", "client-requests-max");
      } else if (allRequests > borne(limits.requestsMax(), vital)) {
        tooMany = tooMuch(limits.requestsMax() + " requests");
      }
      Problem problem = tooMany == null ? hold(bytes, vital) : tooMany;
      if (problem != null) {
        giveBack(1, 0);
      }
      return problem;
    }

    /** So many bytes more of a body; or why there may not be, and then they are not held. */
    @Nullable Problem hold(long bytes, boolean vital) {
      long ownBytes = client.own.bytes.addAndGet(bytes);
      long allBytes = all.bytes.addAndGet(bytes);
      Problem tooMuch = null;
      if (ownBytes > limits.clientBytesMax()) {
        tooMuch = tooMuch(limits.clientBytesMax() + " bytes", "client-bytes-max");
      } else if (allBytes > borne(limits.bytesMax(), vital)) {
        tooMuch = tooMuch(limits.bytesMax() + " bytes");
      }
      if (tooMuch != null) {
        giveBack(0, bytes);
      }
      return tooMuch;
    }

    /**
     * So many bytes more of an answer. While its client has more of them than its share, the
     * connection that leaves most of them is cut, whichever it is.
     */
    void answer(long bytes) {
      client.own.bytes.addAndGet(bytes);
      all.bytes.addAndGet(bytes);
      answers.addAndGet(bytes);
      client.answers.addAndGet(bytes);
      if (client.leavesMoreThan(limits.clientBytesMax())) {
        client.connections.stream()
            .max(Comparator.comparingLong(Connection::untaken))
            .ifPresent(Connection::cut);
      }
    }

    /** A request has ended for which so many bytes were held. */
    void end(long bodyBytes, long answerBytes) {
      answers.addAndGet(-answerBytes);
      client.answers.addAndGet(-answerBytes);
      giveBack(1, bodyBytes + answerBytes);
    }

    private long untaken() {
      return isCut ? 0 : answers.get();
    }

    private void cut() {
      isCut = true;
      cut.run();
    }

    private void giveBack(int requests, long bytes) {
      client.own.requests.addAndGet(-requests);
      all.requests.addAndGet(-requests);
      client.own.bytes.addAndGet(-bytes);
      all.bytes.addAndGet(-bytes);
    }

    private Problem tooMuch(String share, String setting) {
      return Problem.of(
          ProblemCode.OVERLOADED,
          "%s has %s under way at this node, the most of one client (%s); take the answers, or ask another node"
              .formatted(client.network, share, setting));
    }

    private static Problem tooMuch(String whole) {
      return Problem.of(
          ProblemCode.OVERLOADED,
          "this node has " + whole + " under way, as many as it bears; retry later");
    }

    private static long borne(long max, boolean vital) {
      return vital ? 2 * max : max;
    }
  }
}
