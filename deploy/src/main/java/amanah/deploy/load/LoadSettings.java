package amanah.deploy.load;

import amanah.deploy.load.loop.Pace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * What a load is told.
 *
 * @param door by which the donations come
 * @param pace at which they come
 * @param campaigns over which they are spread
 * @param warmup how long they come before they count
 * @param measured how long they count
 * @param connections how many, in all
 * @param seed of the donations, and of the moments when those are random
 * @param report the folder for the report
 */
record LoadSettings(
    Door door,
    Pace pace,
    int campaigns,
    Duration warmup,
    Duration measured,
    int connections,
    long seed,
    Path report) {

  /** What is done, in one line. */
  String title() {
    return String.format(
        Locale.ROOT,
        "%s donations to %,d %s over %s, %d s after %d s of warm-up, %d connections, at most %,d open",
        pace(pace),
        campaigns,
        campaigns == 1 ? "campaign" : "campaigns",
        door.label(),
        measured.toSeconds(),
        warmup.toSeconds(),
        connections,
        pace.openMax());
  }

  private static String pace(Pace pace) {
    return switch (pace) {
      case Pace.Closed closed -> "as many as there can be:";
      case Pace.Even even -> String.format(Locale.ROOT, "%,.0f a second:", even.perSecond());
      case Pace.Random random ->
          String.format(Locale.ROOT, "%,.0f a second at random moments:", random.perSecond());
    };
  }
}
