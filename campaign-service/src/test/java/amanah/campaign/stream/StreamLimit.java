package amanah.campaign.stream;

import java.time.Duration;

/** Limits as tests want them. */
final class StreamLimit {

  static final PageLimit PAGE = new PageLimit(3, 100);

  private StreamLimit() {}

  /** Three events a page, ten of lag. */
  static StreamLimits small() {
    return of(100, 50, 10, 10, 1_000, 1_000_000);
  }

  static StreamLimits of(
      int listenersMax,
      int campaignListenersMax,
      int tailsMax,
      int lagEventsMax,
      int lagBytesMax,
      long windowsBytesMax) {
    return new StreamLimits(
        listenersMax,
        listenersMax,
        campaignListenersMax,
        tailsMax,
        PAGE,
        lagEventsMax,
        lagBytesMax,
        windowsBytesMax,
        Math.min(5, lagEventsMax),
        Duration.ofMillis(20),
        Duration.ofSeconds(1),
        Duration.ofSeconds(15),
        Duration.ofSeconds(60),
        Duration.ofSeconds(30));
  }
}
