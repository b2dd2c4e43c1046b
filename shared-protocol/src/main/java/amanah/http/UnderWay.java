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
    private final AtomicLong answers = new AtomicLong();
    private int connections;

    private Client(ClientNetwork network) {
      this.network = network;
    }

    /** Notes that one of its connections has ended, and all that it held is given back. */
    void disconnected() {
      clients.computeIfPresent(network, (who, client) -> --client.connections == 0 ? null : client);
    }

    /**
     * One request more, with so many bytes; or why there may not be, and then nothing is held.
     *
     * @param vital whether it is refused only for its client's sake, and never for the others'
     */
    @Nullable Problem begin(long bytes, boolean vital) {
      int ownRequests = own.requests.incrementAndGet();
      int allRequests = all.requests.incrementAndGet();
      Problem tooMany = null;
      if (ownRequests > limits.clientRequestsMax()) {
        tooMany = tooMuch(limits.clientRequestsMax() + " requests", "client-requests-max");
      } else if (!vital && allRequests > limits.requestsMax()) {
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
      long ownBytes = own.bytes.addAndGet(bytes);
      long allBytes = all.bytes.addAndGet(bytes);
      Problem tooMuch = null;
      if (ownBytes > limits.clientBytesMax()) {
        tooMuch = tooMuch(limits.clientBytesMax() + " bytes", "client-bytes-max");
      } else if (!vital && allBytes > limits.bytesMax()) {
        tooMuch = tooMuch(limits.bytesMax() + " bytes");
      }
      if (tooMuch != null) {
        giveBack(0, bytes);
      }
      return tooMuch;
    }

    /** So many bytes more of an answer; false if its client has more answers than its share. */
    boolean answer(long bytes) {
      own.bytes.addAndGet(bytes);
      all.bytes.addAndGet(bytes);
      return answers.addAndGet(bytes) <= limits.clientBytesMax();
    }

    /** A request has ended for which so many bytes were held. */
    void end(long bodyBytes, long answerBytes) {
      answers.addAndGet(-answerBytes);
      giveBack(1, bodyBytes + answerBytes);
    }

    private void giveBack(int requests, long bytes) {
      own.requests.addAndGet(-requests);
      all.requests.addAndGet(-requests);
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
