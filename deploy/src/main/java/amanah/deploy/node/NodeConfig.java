package amanah.deploy.node;

import amanah.deploy.database.EmbeddedDatabase;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.HashMap;
import java.util.Map;

/** What a node in this process is told above its defaults and the system properties. */
public final class NodeConfig {

  private NodeConfig() {}

  /** A node at that port whose journal is in the embedded database. */
  public static Config of(int port, EmbeddedDatabase database) {
    Map<String, Object> values = new HashMap<>();
    values.put("amanah.journal.url", database.url());
    values.put("amanah.journal.user", database.user());
    values.put("amanah.journal.password", database.password());
    return of(port, values);
  }

  /** A node at that port whose journal is in somebody's own database. */
  public static Config of(int port, String databaseUrl) {
    return of(port, new HashMap<>(Map.of("amanah.journal.url", databaseUrl)));
  }

  private static Config of(int port, Map<String, Object> values) {
    values.put("amanah.campaign.http.port", port);
    // Signals are taken by the command, which stops the node and then the database.
    values.put("akka.coordinated-shutdown.run-by-jvm-shutdown-hook", "off");
    return ConfigFactory.parseMap(values);
  }
}
