package amanah.http;

import com.typesafe.config.Config;
import java.time.Duration;
import java.util.Set;

/**
 * Where the door listens and what it bears; {@code node.conf} says what each setting is for.
 *
 * @param host the address to bind
 * @param port the port to bind, 0 for any free one
 * @param connectionsMax the most connections at once
 * @param streamsMax the most requests at once on one HTTP/2 connection
 * @param requestBytesMax the largest body of a request whose route has no bound of its own, decoded
 * @param underWay how much is held at once for requests that are under way
 * @param requestTimeout after which a request is answered with {@code timeout}; longer than the
 *     applications' own
 * @param drainQuietMin how long a stopping door still says no, when all that it took is answered
 * @param drainMax after which a stopping door cuts what it took and has not answered
 * @param allowedOrigins other origins whose pages may read answers and change something; none by
 *     default
 */
public record HttpSettings(
    String host,
    int port,
    int connectionsMax,
    int streamsMax,
    int requestBytesMax,
    UnderWayLimits underWay,
    Duration requestTimeout,
    Duration drainQuietMin,
    Duration drainMax,
    Set<String> allowedOrigins) {

  private static final int PORT_MAX = 65_535;

  /** Refuses limits that would refuse everything. */
  public HttpSettings {
    allowedOrigins = Set.copyOf(allowedOrigins);
    require(port >= 0 && port <= PORT_MAX, "port " + port + ", expected 0 to " + PORT_MAX);
    require(connectionsMax > 0, "connectionsMax " + connectionsMax + ", expected more than 0");
    require(streamsMax > 0, "streamsMax " + streamsMax + ", expected more than 0");
    require(requestBytesMax > 0, "requestBytesMax " + requestBytesMax + ", expected more than 0");
    require(requestTimeout.isPositive(), "requestTimeout " + requestTimeout + ", expected > 0");
    require(!drainQuietMin.isNegative(), "drainQuietMin " + drainQuietMin + ", expected >= 0");
    require(
        drainMax.compareTo(drainQuietMin) >= 0,
        "drainMax " + drainMax + ", expected at least drainQuietMin " + drainQuietMin);
  }

  /**
   * Reads {@code amanah.http}.
   *
   * @throws com.typesafe.config.ConfigException if a value is missing or of the wrong kind
   * @throws IllegalArgumentException if a value could never work; names it and what was expected
   */
  public static HttpSettings of(Config config) {
    Config http = config.getConfig("amanah.http");
    return new HttpSettings(
        http.getString("host"),
        http.getInt("port"),
        http.getInt("connections-max"),
        http.getInt("streams-max"),
        http.getInt("request-bytes-max"),
        UnderWayLimits.of(http.getConfig("under-way")),
        http.getDuration("request-timeout"),
        http.getDuration("drain-quiet-min"),
        http.getDuration("drain-timeout"),
        Set.copyOf(http.getStringList("allowed-origins")));
  }

  /**
   * That time of an application's, which has to be shorter than the door's.
   *
   * @param name what the settings call it
   * @throws IllegalArgumentException if it is not, for then nobody would hear the application
   */
  public Duration requireAbove(Duration answer, String name) {
    require(
        answer.compareTo(requestTimeout) < 0,
        "request-timeout %s, expected more than %s %s".formatted(requestTimeout, name, answer));
    return answer;
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("http " + what);
    }
  }
}
