package amanah.client;

import amanah.v1.DonateResponse;
import amanah.v1.NewDonation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Two nodes with one ledger, and clients of theirs by a clock that passes as they wait. */
final class ClientScene implements AutoCloseable {

  static final NewDonation GIFT = NewDonation.newBuilder().setDonationId("d-1").build();

  final SharedLedger ledger = new SharedLedger();
  final ScriptedNode node = new ScriptedNode(ledger);
  final ScriptedNode other = new ScriptedNode(ledger);
  final PassingTime time = new PassingTime();
  private final List<GrpcClient> clients = new ArrayList<>();

  /** Where nobody listens. */
  static URI nobody() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + free.getLocalPort());
    }
  }

  /** A client of the one node. */
  GrpcClient client() {
    return client(ClientSettings.USUAL, node.uri());
  }

  GrpcClient client(RetryRules rules, URI... nodes) {
    return client(ClientSettings.USUAL.withRetries(rules), nodes);
  }

  GrpcClient client(StreamLimits limits, URI... nodes) {
    return client(ClientSettings.USUAL.withStream(limits), nodes);
  }

  /** Begins with the first of them. */
  GrpcClient client(ClientSettings settings, URI... nodes) {
    GrpcClient client =
        new GrpcClient(
            List.of(nodes), NodeChoice.inTurn(nodes.length, 0), settings, time, new Random(1));
    clients.add(client);
    return client;
  }

  static Outcome<DonateResponse> donated(GrpcClient client) {
    return ToldOutcomes.await(client.donate("well", GIFT));
  }

  static StreamLimits silentAtMost(Duration silenceMax) {
    StreamLimits usual = StreamLimits.USUAL;
    return new StreamLimits(
        usual.openDonationsMax(),
        usual.openBytesMax(),
        usual.messageDonationsMax(),
        usual.messageBytesMax(),
        silenceMax);
  }

  @Override
  public void close() {
    clients.forEach(GrpcClient::close);
    node.close();
    other.close();
  }
}
