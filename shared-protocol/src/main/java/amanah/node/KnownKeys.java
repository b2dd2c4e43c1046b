package amanah.node;

import com.typesafe.config.Config;
import java.util.Set;
import java.util.TreeSet;

/** Refuses settings that nobody reads, so that a typo never leaves a default in force. */
final class KnownKeys {

  private KnownKeys() {}

  /**
   * Checks what stands under a path against the defaults under it.
   *
   * @throws IllegalArgumentException names the unknown keys
   */
  static void check(String path, Config config, Config defaults) {
    Set<String> unknown = keys(path, config);
    unknown.removeAll(keys(path, defaults));
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "unknown settings "
              + unknown
              + ", expected only those that node.conf, cluster.conf and the services' files name");
    }
  }

  private static Set<String> keys(String path, Config config) {
    Set<String> keys = new TreeSet<>();
    config.getConfig(path).entrySet().forEach(entry -> keys.add(path + "." + entry.getKey()));
    return keys;
  }
}
