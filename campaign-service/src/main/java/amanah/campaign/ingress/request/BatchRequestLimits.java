package amanah.campaign.ingress.request;

/**
 * How many donations may come in requests of many.
 *
 * @param bytesMax the largest body, decoded
 * @param itemsMax the most donations in one
 * @param atOnceMax the most that are read and recorded at once; with bytesMax it bounds what their
 *     bodies hold in memory
 */
public record BatchRequestLimits(int bytesMax, int itemsMax, int atOnceMax) {

  /** As {@code campaign.conf} says: 8 MiB and 10,000 donations, 16 at once. */
  public static final BatchRequestLimits USUAL =
      new BatchRequestLimits(8 * 1024 * 1024, 10_000, 16);

  /** Refuses limits that would refuse everything. */
  public BatchRequestLimits {
    require(bytesMax, "bytes-max");
    require(itemsMax, "items-max");
    require(atOnceMax, "at-once-max");
  }

  private static void require(int max, String name) {
    if (max <= 0) {
      throw new IllegalArgumentException(
          "batch-requests." + name + " " + max + ", expected more than 0");
    }
  }
}
