package amanah.deploy.load.loop;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a load came to within its window.
 *
 * @param operations calls that were acknowledged as new
 * @param perSecond the same for each second of the window
 * @param meanMillis the mean latency, or null where the tool does not say
 * @param percentiles the latencies, or null where the tool does not say
 * @param refused everything else, counted by reason over the whole run
 */
public record LoadFigures(
    long operations,
    double perSecond,
    @Nullable Double meanMillis,
    @Nullable Percentiles percentiles,
    Map<String, Long> refused) {

  /** Keeps its own map. */
  public LoadFigures {
    refused = Map.copyOf(refused);
  }
}
