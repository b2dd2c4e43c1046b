package amanah.deploy.census;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a census is told.
 *
 * @param seed of the campaigns' goals, of who is woken, and of who is asked at the end
 * @param campaigns how many are opened
 * @param nodes how many
 * @param heapMegabytes of one node
 * @param idle after how long a campaign that nobody asks goes to sleep
 * @param awakeMax campaigns awake on a node at a time, at most
 * @param openers callers who open campaigns at a time
 * @param wakes how many sleeping campaigns are woken by a read, and as many by a donation
 * @param wakesPerSecond how many are woken a second
 * @param report the folder for the report and the nodes' logs
 */
record CensusSettings(
    long seed,
    int campaigns,
    int nodes,
    int heapMegabytes,
    Duration idle,
    int awakeMax,
    int openers,
    int wakes,
    int wakesPerSecond,
    Path report) {

  private static final String PASSIVATION = "-Dakka.cluster.sharding.passivation.quiet-campaigns.";

  /** What the nodes' JVMs are told for it. */
  List<String> javaOptions() {
    return List.of(
        PASSIVATION + "idle-entity.timeout=" + idle.toMillis() + "ms",
        PASSIVATION + "active-entity-limit=" + awakeMax);
  }
}
