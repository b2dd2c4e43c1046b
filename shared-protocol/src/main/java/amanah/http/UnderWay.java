package amanah.http;

import java.util.Map;
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

  /** Notes a connection of a client. */
  Client connected(ClientNetwork network) {
    return clients.compute(
        network,
        (who, known) -> {
          Client client = known == null ? new Client(who) : known;
          client.connections++;
          return client;
        });
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

  /** The share of one client. */
  final class Client {

    private final ClientNetwork network;
    private final Held own = new Held();
    private int connections;

    private Client(ClientNetwork network) {
      this.network = network;
    }

    /** Notes that one of its connections has ended, and all that it held is given back. */
    void disconnected() {
      clients.computeIfPresent(network, (who, client) -> --client.connections == 0 ? null : client);
    }

    /** One request more; or why there may not be, which is held nevertheless until it has ended. */
    @Nullable Problem begin() {
      int ownRequests = own.requests.incrementAndGet();
      int allRequests = all.requests.incrementAndGet();
      if (ownRequests > limits.clientRequestsMax()) {
        return tooMuch(limits.clientRequestsMax() + " requests", "client-requests-max");
      }
      return allRequests > limits.requestsMax()
          ? tooMuch(limits.requestsMax() + " requests")
          : null;
    }

    /** So many bytes more; or why there may not be, which are held nevertheless. */
    @Nullable Problem hold(long bytes) {
      long ownBytes = own.bytes.addAndGet(bytes);
      long allBytes = all.bytes.addAndGet(bytes);
      if (ownBytes > limits.clientBytesMax()) {
        return tooMuch(limits.clientBytesMax() + " bytes", "client-bytes-max");
      }
      return allBytes > limits.bytesMax() ? tooMuch(limits.bytesMax() + " bytes") : null;
    }

    /** A request has ended for which so many bytes were held. */
    void end(long bytes) {
      own.requests.decrementAndGet();
      all.requests.decrementAndGet();
      own.bytes.addAndGet(-bytes);
      all.bytes.addAndGet(-bytes);
    }

    private Problem tooMuch(String share, String setting) {
      return Problem.of(
          ProblemCode.OVERLOADED,
          "%s has %s under way at this node, the most of one client (%s); take the answers, or ask another node"
              .formatted(network, share, setting));
    }

    private static Problem tooMuch(String whole) {
      return Problem.of(
          ProblemCode.OVERLOADED,
          "this node has " + whole + " under way, as many as it bears; retry later");
    }
  }
}
