package amanah.client;

import amanah.v1.IntakeServiceGrpc.IntakeServiceStub;
import com.linecorp.armeria.client.ClientFactory;
import com.linecorp.armeria.client.grpc.GrpcClients;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** The nodes of a cluster: any of them answers any question. */
final class Nodes {

  private static final int ANSWER_BYTES_MAX = 16 * 1024 * 1024;

  private final List<Node> nodes;
  private final NodeChoice choice;

  /** A node, and the way to it. */
  record Node(int number, URI uri, IntakeServiceStub stub) {}

  private Nodes(List<Node> nodes, NodeChoice choice) {
    this.nodes = nodes;
    this.choice = choice;
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

  /** The nodes at these doors. */
  static Nodes at(List<URI> doors, ClientFactory connections, NodeChoice choice) {
    return new Nodes(
        IntStream.range(0, doors.size())
            .mapToObj(
                number -> new Node(number, doors.get(number), stub(doors.get(number), connections)))
            .toList(),
        choice);
  }

  /** The node for a first try. */
  Node first() {
    return nodes.get(choice.choose(NodeChoice.NONE));
  }

  /** The node for the try after one at {@code last}. */
  Node after(Node last) {
    return nodes.get(choice.choose(last.number()));
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
