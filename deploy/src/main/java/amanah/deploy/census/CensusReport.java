package amanah.deploy.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a census came to.
 *
 * @param settings what it was told
 * @param openSeconds how long it took to open all campaigns
 * @param sleepSeconds how long until all were asleep, from the last opening
 * @param stages the nodes at its moments, in their order
 * @param reads how long sleepers took that were read
 * @param donations how long sleepers took that were given to
 * @param failures how many of them were not answered as they should
 * @param failed the first of those, as sentences
 * @param count what was found in the end
 */
record CensusReport(
    CensusSettings settings,
    double openSeconds,
    double sleepSeconds,
    List<Stage> stages,
    WakingTimes reads,
    WakingTimes donations,
    long failures,
    List<String> failed,
    Count count) {

  /** What waking may take: "waking one takes < 50 ms at p99". */
  static final double P99_MAX_MILLIS = 50;

  /** The stage at which all campaigns have just been opened. */
  static final String OPENED = "opened";

  /** The stage at which nobody has been asked for a while. */
  static final String ASLEEP = "asleep";

  /** The stage before any campaign. */
  static final String EMPTY = "empty";

  /** Whether all is there and woke in time. */
  boolean holds() {
    return broken().isEmpty();
  }

  double openedPerSecond() {
    return settings.campaigns() / openSeconds;
  }

  /** What one campaign that is awake takes of the heap, in bytes, or 0 where it is not known. */
  double heapBytesOfOneAwake() {
    Stage empty = stage(EMPTY);
    Stage opened = stage(OPENED);
    if (empty.heapBytes().isEmpty() || opened.heapBytes().isEmpty() || opened.awake() == 0) {
      return 0;
    }
    return (double) (opened.heapBytes().getAsLong() - empty.heapBytes().getAsLong())
        / opened.awake();
  }

  private Stage stage(String name) {
    return stages.stream().filter(stage -> stage.name().equals(name)).findFirst().orElseThrow();
  }

  /** What it should not have come to, as sentences. */
  List<String> broken() {
    List<String> broken = new ArrayList<>();
    slow("a read of a sleeping campaign", reads, broken);
    slow("a donation to a sleeping campaign", donations, broken);
    if (failures > 0) {
      broken.add(failures + " sleeping campaigns were not answered as they should");
    }
    long restless = stage(ASLEEP).awake();
    if (restless > 0) {
      broken.add(restless + " campaigns did not go to sleep");
    }
    if (count.missing() > 0) {
      broken.add(count.missing() + " campaigns are not in the journal as they were recorded");
    }
    if (count.strange() > 0) {
      broken.add(count.strange() + " campaigns are in the journal that nobody opened");
    }
    if (count.wrong() > 0) {
      broken.add(count.wrong() + " answers about single campaigns were wrong");
    }
    return broken;
  }

  private static void slow(String what, WakingTimes times, List<String> broken) {
    if (times.p99Millis() >= P99_MAX_MILLIS) {
      broken.add(
          String.format(
              Locale.ROOT,
              "%s took %.0f ms at p99, less than %.0f ms are asked for",
              what,
              times.p99Millis(),
              P99_MAX_MILLIS));
    }
  }
}
