package amanah.node;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.util.List;
import java.util.stream.Stream;

/** The settings of a node as long as nobody says otherwise. */
public final class NodeDefaults {

  private static final String NODE = "node.conf";
  private static final ConfigParseOptions PRESENT =
      ConfigParseOptions.defaults().setAllowMissing(false);

  private NodeDefaults() {}

  /** Those of a node with these services' files, not resolved yet. */
  public static Config of(List<String> services) {
    return Stream.concat(services.stream(), Stream.of(NODE))
        .map(file -> ConfigFactory.parseResources(file, PRESENT))
        .reduce(Config::withFallback)
        .orElseThrow()
        .withFallback(ConfigFactory.defaultReferenceUnresolved());
  }
}
