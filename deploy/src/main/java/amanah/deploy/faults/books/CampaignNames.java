package amanah.deploy.faults.books;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the campaigns of a run are called: first the busy ones, to which the load gives all the
 * time, then the quiet ones, which are hardly ever written and asked all the time.
 */
public final class CampaignNames {

  private static final String BUSY = "struck-";
  private static final String QUIET = "quiet-";

  private CampaignNames() {}

  /** So many of each. */
  public static List<String> of(int busy, int quiet) {
    return Stream.concat(
            IntStream.range(0, busy).mapToObj(index -> BUSY + index),
            IntStream.range(0, quiet).mapToObj(index -> QUIET + index))
        .toList();
  }

  /** Whether that is a quiet one. */
  public static boolean isQuiet(String campaignId) {
    return campaignId.startsWith(QUIET);
  }

  /** How many of these are busy: the indexes below are theirs. */
  public static int busy(List<String> campaigns) {
    return Math.toIntExact(campaigns.stream().filter(id -> !isQuiet(id)).count());
  }
}
