package amanah.deploy.node;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The variables of the environment that tell a node process who it is.
 *
 * @param host the address of all its ports
 * @param httpPort the public port
 * @param remotePort the port for messages between nodes
 * @param managementPort the port for management
 * @param contactPoints {@code host:managementPort} of all nodes, itself among them
 * @param journal {@code url} and, if need be, {@code user} and {@code password}
 */
public record NodeEnvironment(
    String host,
    int httpPort,
    int remotePort,
    int managementPort,
    List<String> contactPoints,
    Map<String, String> journal) {

  /** A file that shifts the node's clock, for trials. */
  static final String CLOCK_OFFSET_FILE = "AMANAH_CLOCK_OFFSET_FILE";

  /** As the process finds them. */
  public Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>();
    variables.put("AMANAH_HTTP_HOST", host);
    variables.put("AMANAH_HTTP_PORT", String.valueOf(httpPort));
    variables.put("AMANAH_NODE_HOST", host);
    variables.put("AMANAH_REMOTE_PORT", String.valueOf(remotePort));
    variables.put("AMANAH_MANAGEMENT_PORT", String.valueOf(managementPort));
    variables.put("AMANAH_DISCOVERY", "config");
    variables.put("AMANAH_CONTACT_POINTS", String.join(",", contactPoints));
    variables.put("AMANAH_CONTACT_POINTS_REQUIRED", String.valueOf(contactPoints.size() / 2 + 1));
    journal.forEach(
        (key, value) -> variables.put("AMANAH_JOURNAL_" + key.toUpperCase(Locale.ROOT), value));
    return variables;
  }
}
