package amanah.deploy.faults;

import amanah.deploy.faults.kind.FaultKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a run is told.
 *
 * @param seed of the schedule, the donations, and the callers' waits and doors; how threads take
 *     turns is not the seed's
 * @param kinds what is done
 * @param times how often each, while there is time
 * @param length how long faults go on being started, or zero for {@code times} rounds
 * @param seconds how long each fault lasts, or 0 for what its kind says
 * @param nodes how many
 * @param heapMegabytes of one node
 * @param campaigns how many are given to all the time
 * @param quiet how many are hardly given to, and asked all the time
 * @param donationsPerSecond new ones
 * @param anyMoment whether faults strike also while shards move
 * @param report the folder for the report, the nodes' logs and the second book
 */
public record FaultsSettings(
    long seed,
    List<FaultKind> kinds,
    int times,
    Duration length,
    int seconds,
    int nodes,
    int heapMegabytes,
    int campaigns,
    int quiet,
    int donationsPerSecond,
    boolean anyMoment,
    Path report) {}
