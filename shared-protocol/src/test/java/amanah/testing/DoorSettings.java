package amanah.testing;

import amanah.http.HttpSettings;
import com.typesafe.config.ConfigFactory;
import java.util.HashMap;
import java.util.Map;

/** The settings of a door at a free port of loopback: those of every node, but for some. */
public final class DoorSettings {

  private DoorSettings() {}

  /** As of every node. */
  public static HttpSettings usual() {
    return with(Map.of());
  }

  /**
   * As of every node, but for these.
   *
   * @param changed by their names under {@code amanah.http}, such as {@code connections-max}
   */
  public static HttpSettings with(Map<String, ?> changed) {
    Map<String, Object> all = new HashMap<>(changed);
    all.putIfAbsent("port", 0);
    return HttpSettings.of(
        ConfigFactory.parseMap(all)
            .atPath("amanah.http")
            .withFallback(ConfigFactory.parseResources("node.conf"))
            .resolve());
  }
}
