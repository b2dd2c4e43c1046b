package amanah.client;

import java.time.Duration;

/**
 * How much a stream of donations holds, and how long it may be silent.
 *
 * @param openDonationsMax the most donations without a receipt; one more is not taken
 * @param openBytesMax the most bytes of such donations; one more donation is not taken
 * @param messageDonationsMax the most donations in a message, at most what the server takes
 * @param messageBytesMax the most bytes in a message, at most what the server takes; a donation
 *     that is larger is refused
 * @param silenceMax how long there may be no receipt while one is due, longer than a node may take
 *     for an answer, or a late answer would be taken for none; then the call is taken for broken
 */
public record StreamLimits(
    int openDonationsMax,
    int openBytesMax,
    int messageDonationsMax,
    int messageBytesMax,
    Duration silenceMax) {

  /** Twice what a node takes from one stream, so that it never waits for the next message. */
  public static final StreamLimits USUAL =
      new StreamLimits(8_000, 8 * 1024 * 1024, 1_000, 256 * 1024, Duration.ofSeconds(15));

  /** Refuses limits that would refuse everything. */
  public StreamLimits {
    require(openDonationsMax, "openDonationsMax");
    require(openBytesMax, "openBytesMax");
    require(messageDonationsMax, "messageDonationsMax");
    require(messageBytesMax, "messageBytesMax");
    if (!silenceMax.isPositive()) {
      throw new IllegalArgumentException("silenceMax " + silenceMax + ", expected more than 0");
    }
  }

  /** The same with another number of open donations. */
  public StreamLimits withOpenDonationsMax(int other) {
    return new StreamLimits(other, openBytesMax, messageDonationsMax, messageBytesMax, silenceMax);
  }

  private static void require(int max, String name) {
    if (max <= 0) {
      throw new IllegalArgumentException(name + " " + max + ", expected more than 0");
    }
  }
}
