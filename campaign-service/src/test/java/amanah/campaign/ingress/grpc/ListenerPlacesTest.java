package amanah.campaign.ingress.grpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import amanah.http.Places;
import amanah.v1.EventServiceGrpc.EventServiceStub;
import amanah.v1.WatchCampaignRequest;
import amanah.v1.WatchCampaignResponse;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The places for those who listen, of which no client has all, at whichever door it asks. */
class ListenerPlacesTest {

  private static final int ANSWER_MILLIS_MAX = 60_000;
  private static final String LIMIT = "amanah.campaign.stream.client-listeners-max";
  private static final String REFUSAL =
      "127.0.0.1 holds 2 such requests at this node, which is the most of one client ("
          + LIMIT
          + "); end one, or ask another node";

  private final TwoDoors doors = new TwoDoors(new Places(4, 2, LIMIT));

  @AfterEach
  void close() {
    doors.close();
  }

  @Test
  void a_client_who_has_its_share_is_refused_at_both_doors_and_others_are_not() throws IOException {
    Watching watching = watch();
    doors.streams.awaitMore();
    try (Socket first = listen(1);
        Socket other = listen(2)) {
      assertThat(status(first)).isEqualTo("HTTP/1.1 200 OK");

      try (Socket third = listen(1)) {
        assertThat(whole(third)).startsWith("HTTP/1.1 503").contains("overloaded", REFUSAL);
      }
      Status refused = watch().ended();
      assertThat(refused.getCode()).isEqualTo(Status.Code.UNAVAILABLE);
      assertThat(refused.getDescription()).isEqualTo(REFUSAL);
      assertThat(status(other)).isEqualTo("HTTP/1.1 200 OK");

      watching.leave();
      assertThat(statusWhenServed()).isEqualTo("HTTP/1.1 200 OK");
    }
  }

  /** The place of who has left is free as soon as the node has heard of it. */
  private String statusWhenServed() throws IOException {
    String status;
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ANSWER_MILLIS_MAX);
    do {
      try (Socket socket = listen(1)) {
        status = status(socket);
      }
    } while (status.contains("503") && System.nanoTime() < deadline);
    return status;
  }

  /** From one of the addresses of this machine that are 127.0.0 and a number. */
  private Socket listen(int host) throws IOException {
    byte[] from = {127, 0, 0, (byte) host};
    assumeTrue(
        isBindable(InetAddress.getByAddress(from)),
        "skipped: this machine has not all of 127.0.0.0/8");
    Socket socket =
        new Socket(
            InetAddress.getLoopbackAddress(),
            doors.uri().getPort(),
            InetAddress.getByAddress(from),
            0);
    socket.setSoTimeout(ANSWER_MILLIS_MAX);
    socket
        .getOutputStream()
        .write(
            "GET /v1/campaigns/well/events HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
                .getBytes(UTF_8));
    return socket;
  }

  private static boolean isBindable(InetAddress address) {
    try (ServerSocket own = new ServerSocket(0, 1, address)) {
      return own.isBound();
    } catch (IOException foreign) {
      return false;
    }
  }

  private static String status(Socket socket) throws IOException {
    return String.valueOf(
        new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine());
  }

  private static String whole(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), UTF_8);
  }

  private Watching watch() {
    Watching watching = new Watching();
    doors
        .client(EventServiceStub.class)
        .watchCampaign(WatchCampaignRequest.newBuilder().setCampaignId("well").build(), watching);
    return watching;
  }

  /** Who watches until it leaves or is told to. */
  private static final class Watching
      implements ClientResponseObserver<WatchCampaignRequest, WatchCampaignResponse> {

    private final CompletableFuture<Status> ended = new CompletableFuture<>();
    private @Nullable ClientCallStreamObserver<WatchCampaignRequest> call;

    @Override
    public void beforeStart(ClientCallStreamObserver<WatchCampaignRequest> begun) {
      call = begun;
    }

    @Override
    public void onNext(WatchCampaignResponse response) {}

    @Override
    public void onError(Throwable failure) {
      ended.complete(Status.fromThrowable(failure));
    }

    @Override
    public void onCompleted() {
      ended.complete(Status.OK);
    }

    Status ended() {
      return ended.orTimeout(ANSWER_MILLIS_MAX, TimeUnit.MILLISECONDS).join();
    }

    void leave() {
      if (call != null) {
        call.cancel("has heard enough", null);
      }
    }
  }
}
