package amanah.deploy.node;

import amanah.deploy.database.EmbeddedDatabase;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.HashMap;
import java.util.Map;

/** What a node in this process is told above its defaults and the system properties. */
public final class NodeConfig {

  private NodeConfig() {}

  /** A node at that port, a cluster of its own, whose journal is in the embedded database. */
  public static Config alone(int port, EmbeddedDatabase database) {
    return alone(
        port,
        Map.of("url", database.url(), "user", database.user(), "password", database.password()));
  }

  /** A node at that port, a cluster of its own, whose journal is where these settings say. */
  public static Config alone(int port, Map<String, String> journal) {
    Map<String, Object> values = new HashMap<>();
    journal.forEach((key, value) -> values.put("amanah.journal." + key, value));
    values.put("amanah.http.port", port);
    values.put("amanah.cluster.contact-points", "");
    values.put("amanah.cluster.discovery", "config");
    return ConfigFactory.parseMap(values).withFallback(stoppedByCommand());
  }

  /** A node of which the environment says everything. */
  static Config stoppedByCommand() {
    // Signals are taken by the command, which stops the node and then the database.
    return ConfigFactory.parseMap(
        Map.of("akka.coordinated-shutdown.run-by-jvm-shutdown-hook", "off"));
  }
}
