package amanah.campaign;

import static amanah.campaign.TestDonations.done;
import static amanah.campaign.TestDonations.terms;
import static amanah.campaign.TestDonations.usd;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.campaign.application.Campaigns;
import amanah.campaign.domain.Designation;
import amanah.campaign.domain.Donation;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.testing.ListeningClient;
import amanah.testing.PostgresExtension;
import amanah.testing.Waiting;
import amanah.testing.WatchingClient;
import com.linecorp.armeria.client.ClientFactory;
import io.grpc.StatusRuntimeException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clients of both doors that do not read, among others that do. */
class SlowListenerIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern ID = Pattern.compile("id: (\\d+)\nevent: ");
  private static final int ROUNDS = 40;
  private static final int DONATIONS_IN_A_ROUND = 400;
  private static final int RECEIVED_BYTES = 4_096;

  @Test
  void clients_that_do_not_read_are_cut_off_and_can_go_on_where_they_were() throws IOException {
    // Closed last: a client waits for its streams, which end with the node.
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        ClientFactory clients = WatchingClient.clients();
        TestNode node =
            TestNode.start(
                POSTGRES.url(),
                POSTGRES.user(),
                POSTGRES.password(),
                Map.of("amanah.campaign.stream.lag-bytes-max", 1_000_000));
        Socket idle = new Socket()) {
      Campaigns campaigns = node.node().campaigns();
      URI uri = node.node().uri();
      CampaignId well = CampaignId.of("well");
      done(campaigns.open(well, terms(100_000), false));
      ask(idle, uri);
      WatchingClient slow = WatchingClient.idle(clients, uri, "well", 0);
      ListeningClient quick = new ListeningClient(client, uri, "well", 0);

      for (int round = 0; round < ROUNDS; round++) {
        done(campaigns.donateAll(well, wordy("d" + round)));
        // A round is half of what a listener may lag behind: who reads is never cut off.
        awaitPosition(quick::position, done(campaigns.get(well)).sequence());
      }
      long last = done(campaigns.get(well)).sequence();
      awaitPosition(quick::position, last);
      long taken = lastIdBeforeTheEnd(idle);

      assertThat(taken).isBetween(1L, last - 1);
      assertThat(quick.problems()).isEmpty();
      assertThat(quick.streams()).isOne();
      ListeningClient back = new ListeningClient(client, uri, "well", taken);
      awaitPosition(back::position, last);
      assertThat(back.problems()).isEmpty();
      back.close();
      quick.close();
      assertThatItWasCutOff(slow, last);
      WatchingClient slowBack = new WatchingClient(clients, uri, "well", slow.position());
      awaitPosition(slowBack::position, last);
      assertThat(slowBack.problems()).isEmpty();
      slowBack.close();
    }
  }

  /** It finds what was on its way when it was let go, and then the end. */
  private static void assertThatItWasCutOff(WatchingClient slow, long last) {
    slow.read();
    assertThat(slow.awaitEnd(PATIENCE)).isInstanceOf(StatusRuntimeException.class);
    assertThat(slow.position()).isBetween(1L, last - 1);
    assertThat(slow.problems()).isEmpty();
  }

  private static List<Donation> wordy(String prefix) {
    return IntStream.range(0, DONATIONS_IN_A_ROUND)
        .mapToObj(
            number ->
                new Donation(
                    DonationId.of(prefix + "-" + number),
                    usd(100),
                    null,
                    "w".repeat(1_000),
                    Designation.SADAQAH,
                    null,
                    "bank:1",
                    null))
        .toList();
  }

  private static void ask(Socket socket, URI uri) throws IOException {
    socket.setReceiveBufferSize(RECEIVED_BYTES);
    socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
    socket.setSoTimeout((int) PATIENCE.toMillis());
    socket
        .getOutputStream()
        .write("GET /v1/campaigns/well/events HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(UTF_8));
  }

  /** Reads what is left in the connection, until the node's side of it is found closed. */
  private static long lastIdBeforeTheEnd(Socket socket) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    byte[] some = new byte[65_536];
    try {
      for (int count = in.read(some); count >= 0; count = in.read(some)) {
        text.write(some, 0, count);
      }
    } catch (SocketException reset) {
      // As good an end as any.
    }
    List<MatchResult> ids = ID.matcher(text.toString(UTF_8)).results().toList();
    // The last one may be in pieces.
    return Long.parseLong(ids.getLast().group(1)) - 1;
  }

  private static void awaitPosition(LongSupplier position, long sequence) {
    Waiting.until(PATIENCE, () -> position.getAsLong() >= sequence);
  }
}
