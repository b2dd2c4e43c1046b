package amanah.campaign.stream;

/**
 * How much is read, and told to one listener, at a time.
 *
 * @param eventsMax the most events
 * @param bytesMax bytes in the journal after which no further event follows
 */
public record PageLimit(int eventsMax, int bytesMax) {

  /** Refuses pages that nothing fits on. */
  public PageLimit {
    if (eventsMax < 1 || bytesMax < 1) {
      throw new IllegalArgumentException(
          "page-events-max %d and page-bytes-max %d, expected at least 1"
              .formatted(eventsMax, bytesMax));
    }
  }
}
