package amanah.http;

import com.typesafe.config.Config;
import java.time.Duration;

/**
 * How much a node holds at once for requests that are under way, from the first byte of their head
 * to the last one of their answer.
 *
 * @param requestsMax the most requests
 * @param clientRequestsMax the most of one client
 * @param bytesMax the most bytes of bodies and answers, decoded neither
 * @param clientBytesMax the most bytes of one client
 * @param takingMax after which a connection is closed whose client has not taken an answer whole
 */
public record UnderWayLimits(
    int requestsMax,
    int clientRequestsMax,
    long bytesMax,
    long clientBytesMax,
    Duration takingMax) {

  /** Refuses limits that would refuse everything, or shares that nobody could have. */
  public UnderWayLimits {
    require(requestsMax > 0, "requests-max", requestsMax, "more than 0");
    require(bytesMax > 0, "bytes-max", bytesMax, "more than 0");
    requireShare(clientRequestsMax, requestsMax, "client-requests-max", "requests-max");
    requireShare(clientBytesMax, bytesMax, "client-bytes-max", "bytes-max");
    require(takingMax.isPositive(), "taking-max", takingMax, "more than 0");
  }

  static UnderWayLimits of(Config underWay) {
    return new UnderWayLimits(
        underWay.getInt("requests-max"),
        underWay.getInt("client-requests-max"),
        underWay.getBytes("bytes-max"),
        underWay.getBytes("client-bytes-max"),
        underWay.getDuration("taking-max"));
  }

  private static void requireShare(long share, long all, String name, String allName) {
    require(share > 0 && share <= all, name, share, "1 to " + all + " (" + allName + ")");
  }

  private static void require(boolean holds, String name, Object value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(
          "http under-way.%s %s, expected %s".formatted(name, value, expected));
    }
  }
}
