package amanah.campaign.ingress.http;

import java.time.Duration;

/**
 * Where the door listens and what it bears.
 *
 * @param host the address to bind
 * @param port the port to bind, 0 for any free one
 * @param connectionsMax the most connections at once
 * @param streamsMax the most requests at once on one HTTP/2 connection
 * @param requestBytesMax the largest body of a single request, decoded
 * @param batchBytesMax the largest body of a batch, decoded
 * @param batchItemsMax the most donations in a batch
 * @param batchesMax the most batches that are read and recorded at once; with batchBytesMax it
 *     bounds what batches hold in memory
 * @param requestTimeout after which a request is answered with {@code timeout}; longer than the
 *     application's own
 * @param drainQuietMin how long no request must have come before a stopping door closes
 * @param drainMax after which a stopping door closes whatever is still in flight
 */
public record HttpSettings(
    String host,
    int port,
    int connectionsMax,
    int streamsMax,
    int requestBytesMax,
    int batchBytesMax,
    int batchItemsMax,
    int batchesMax,
    Duration requestTimeout,
    Duration drainQuietMin,
    Duration drainMax) {

  private static final int PORT_MAX = 65_535;

  /** Refuses limits that would refuse everything. */
  public HttpSettings {
    require(port >= 0 && port <= PORT_MAX, "port " + port + ", expected 0 to " + PORT_MAX);
    require(connectionsMax > 0, "connectionsMax " + connectionsMax + ", expected more than 0");
    require(streamsMax > 0, "streamsMax " + streamsMax + ", expected more than 0");
    require(requestBytesMax > 0, "requestBytesMax " + requestBytesMax + ", expected more than 0");
    require(batchBytesMax > 0, "batchBytesMax " + batchBytesMax + ", expected more than 0");
    require(batchItemsMax > 0, "batchItemsMax " + batchItemsMax + ", expected more than 0");
    require(batchesMax > 0, "batchesMax " + batchesMax + ", expected more than 0");
    require(requestTimeout.isPositive(), "requestTimeout " + requestTimeout + ", expected > 0");
    require(!drainQuietMin.isNegative(), "drainQuietMin " + drainQuietMin + ", expected >= 0");
    require(
        drainMax.compareTo(drainQuietMin) >= 0,
        "drainMax " + drainMax + ", expected at least drainQuietMin " + drainQuietMin);
  }

  /** The defaults: 64 KiB a request, 8 MiB and 10,000 donations a batch, 16 batches at once. */
  public static HttpSettings on(String host, int port) {
    return new HttpSettings(
        host,
        port,
        10_000,
        1_000,
        64 * 1024,
        8 * 1024 * 1024,
        10_000,
        16,
        Duration.ofSeconds(15),
        Duration.ofMillis(200),
        Duration.ofSeconds(20));
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("http " + what);
    }
  }
}
