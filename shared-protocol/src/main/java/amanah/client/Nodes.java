package amanah.client;

import amanah.v1.IntakeServiceGrpc.IntakeServiceStub;
import com.linecorp.armeria.client.ClientFactory;
import com.linecorp.armeria.client.grpc.GrpcClients;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The nodes of a cluster, taken in turn: any of them answers any question. */
final class Nodes {

  private static final int ANSWER_BYTES_MAX = 16 * 1024 * 1024;

  private final List<Node> nodes;
  private final AtomicInteger turn;

  /** A node, and the way to it. */
  record Node(URI uri, IntakeServiceStub stub) {}

  private Nodes(List<Node> nodes, int first) {
    this.nodes = nodes;
    this.turn = new AtomicInteger(first);
  }

  /** Refuses what are no doors. */
  static List<URI> checked(List<URI> doors) {
    if (doors.isEmpty()) {
      throw new IllegalArgumentException("no node is named, expected at least one");
    }
    for (URI door : doors) {
      if (!"http".equals(door.getScheme()) && !"https".equals(door.getScheme())) {
        throw new IllegalArgumentException(
            "node " + door + ", expected such as http://127.0.0.1:8080");
      }
    }
    return List.copyOf(doors);
  }

  /** The nodes at these doors; {@code first} says with which to begin. */
  static Nodes at(List<URI> doors, ClientFactory connections, int first) {
    return new Nodes(
        doors.stream().map(door -> new Node(door, stub(door, connections))).toList(), first);
  }

  Node next() {
    return nodes.get(Math.floorMod(turn.getAndIncrement(), nodes.size()));
  }

  boolean severalAreThere() {
    return nodes.size() > 1;
  }

  private static IntakeServiceStub stub(URI door, ClientFactory connections) {
    return GrpcClients.builder("gproto+" + door)
        .factory(connections)
        .responseTimeout(Duration.ZERO)
        .maxResponseLength(0)
        .maxResponseMessageLength(ANSWER_BYTES_MAX)
        .build(IntakeServiceStub.class);
  }
}
