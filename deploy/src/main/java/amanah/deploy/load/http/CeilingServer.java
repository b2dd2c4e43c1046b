package amanah.deploy.load.http;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.metric.NoopMeterRegistry;
import com.linecorp.armeria.server.Server;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/**
 * A server of the node's kind that answers every donation at once and keeps nothing: what client
 * and HTTP alone allow on this machine.
 */
public final class CeilingServer implements AutoCloseable {

  private static final String ANSWER =
      """
      {"donationId":"b1000000000000","status":"captured",\
      "amount":{"amount":"500.00","currency":"IDR"},"campaign":{"raised":{"amount":"500.00",\
      "currency":"IDR"},"donationCount":1,"percentFunded":"0.01"},"sequence":1}\
      """;

  private final Server server;

  private CeilingServer(Server server) {
    this.server = server;
  }

  /** Starts one on a free port of this machine. */
  public static CeilingServer start() {
    Server server =
        Server.builder()
            .http(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .meterRegistry(NoopMeterRegistry.get())
            .service(
                "/v1/campaigns/{id}/donations",
                (context, request) ->
                    HttpResponse.of(
                        request
                            .aggregate()
                            .thenApply(
                                whole ->
                                    HttpResponse.of(HttpStatus.CREATED, MediaType.JSON, ANSWER))))
            .build();
    server.start().join();
    return new CeilingServer(server);
  }

  /** Where it takes requests. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.activeLocalPort());
  }

  @Override
  public void close() {
    server.stop().join();
  }
}
