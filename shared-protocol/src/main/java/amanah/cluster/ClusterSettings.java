package amanah.cluster;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How this node meets the others; {@code cluster.conf} says what each setting is for.
 *
 * @param host the address at which other nodes reach this one
 * @param remotePort its port for messages, 0 for any
 * @param managementPort its port for management
 * @param discovery where the others are looked for
 * @param contactPoints those named in the settings
 * @param contactPointsRequired how many must be found before a new cluster may form
 * @param serviceName the name that is looked up
 * @param roles what runs on this node
 * @param quorumLease how long the word of a majority counts
 * @param startTimeout how long this node has to become a member
 */
public record ClusterSettings(
    String host,
    int remotePort,
    int managementPort,
    Discovery discovery,
    List<ContactPoint> contactPoints,
    int contactPointsRequired,
    String serviceName,
    Set<String> roles,
    Duration quorumLease,
    Duration startTimeout) {

  private static final Set<String> ROLES = Set.of("campaign", "zakat");

  /** Refuses roles that nobody plays and numbers that never come together. */
  public ClusterSettings {
    contactPoints = List.copyOf(contactPoints);
    roles = Set.copyOf(roles);
    if (roles.isEmpty() || !ROLES.containsAll(roles)) {
      throw new IllegalArgumentException(
          "roles %s, expected some of %s".formatted(new TreeSet<>(roles), new TreeSet<>(ROLES)));
    }
    if (contactPointsRequired < 1
        || (!contactPoints.isEmpty() && contactPointsRequired > contactPoints.size())) {
      throw new IllegalArgumentException(
          "contact-points-required %d, expected 1 to the %d contact points that are named"
              .formatted(contactPointsRequired, contactPoints.size()));
    }
    if (!quorumLease.isPositive()) {
      throw new IllegalArgumentException(
          "quorum-lease " + quorumLease + ", expected more than nothing");
    }
    if (!startTimeout.isPositive()) {
      throw new IllegalArgumentException(
          "start-timeout " + startTimeout + ", expected more than nothing");
    }
  }

  /**
   * Reads {@code amanah.cluster}.
   *
   * @throws com.typesafe.config.ConfigException if a value is missing or of the wrong kind
   * @throws IllegalArgumentException if a value could never work; names it and what was expected
   */
  public static ClusterSettings of(Config config) {
    Config cluster = config.getConfig("amanah.cluster");
    requireShortLease(cluster.getDuration("quorum-lease"), config.getConfig("akka.cluster"));
    return new ClusterSettings(
        cluster.getString("host"),
        cluster.getInt("remote-port"),
        cluster.getInt("management-port"),
        Discovery.of(cluster.getString("discovery")),
        words(cluster.getString("contact-points")).stream().map(ContactPoint::of).toList(),
        cluster.getInt("contact-points-required"),
        cluster.getString("service-name"),
        Set.copyOf(words(cluster.getString("roles"))),
        cluster.getDuration("quorum-lease"),
        cluster.getDuration("start-timeout"));
  }

  private static void requireShortLease(Duration lease, Config akka) {
    Duration margin = akka.getDuration("down-removal-margin");
    if (lease.compareTo(margin) >= 0) {
      throw new IllegalArgumentException(
          "quorum-lease %s, expected less than the down-removal-margin %s, after which others take over"
              .formatted(lease, margin));
    }
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }

  /** Whether it is a cluster of its own. */
  public boolean alone() {
    return discovery == Discovery.CONFIG && contactPoints.isEmpty();
  }

  /** What Akka is told of all this. */
  public Config forAkka() {
    Map<String, Object> values = new HashMap<>();
    values.put("akka.cluster.roles", List.copyOf(new TreeSet<>(roles)));
    values.put("akka.remote.artery.canonical.hostname", host);
    values.put("akka.remote.artery.canonical.port", alone() ? 0 : remotePort);
    values.put("akka.management.http.hostname", host);
    values.put("akka.management.http.port", managementPort);
    String bootstrap = "akka.management.cluster.bootstrap.contact-point-discovery.";
    values.put(bootstrap + "discovery-method", discovery.method());
    values.put(bootstrap + "service-name", serviceName);
    values.put(bootstrap + "required-contact-point-nr", contactPointsRequired);
    values.put("akka.discovery.method", discovery.method());
    values.put(
        "akka.discovery.config.services",
        Map.of(
            serviceName,
            Map.of(
                "endpoints",
                contactPoints.stream()
                    .map(point -> Map.of("host", point.host(), "port", point.port()))
                    .toList())));
    return ConfigFactory.parseMap(values);
  }
}
