package amanah.campaign.ingress.grpc;

import com.typesafe.config.Config;
import java.time.Duration;

/**
 * How much streams of donations bear.
 *
 * @param streamsMax the most streams at once on a node; one more is refused as overloaded
 * @param messageBytesMax the largest message; a larger one ends its stream
 * @param messageDonationsMax the most donations in a message; one more ends the stream
 * @param openDonationsMax the donations of a stream without a receipt that was taken, from which on
 *     no message is asked for
 * @param openBytesMax the bytes of such donations, from which on no message is asked for
 * @param idleMax after how long without a donation a stream is ended
 */
public record IntakeLimits(
    int streamsMax,
    int messageBytesMax,
    int messageDonationsMax,
    int openDonationsMax,
    int openBytesMax,
    Duration idleMax) {

  /** As {@code campaign.conf} says. */
  public static final IntakeLimits USUAL =
      new IntakeLimits(100, 512 * 1024, 1_000, 4_000, 1024 * 1024, Duration.ofMinutes(10));

  /** Refuses limits that would refuse everything. */
  public IntakeLimits {
    require(streamsMax, "streams-max");
    require(messageBytesMax, "message-bytes-max");
    require(messageDonationsMax, "message-donations-max");
    require(openDonationsMax, "open-donations-max");
    require(openBytesMax, "open-bytes-max");
    if (!idleMax.isPositive()) {
      throw new IllegalArgumentException("intake.idle-max " + idleMax + ", expected more than 0");
    }
  }

  /** Reads {@code amanah.campaign.intake}. */
  public static IntakeLimits of(Config intake) {
    return new IntakeLimits(
        intake.getInt("streams-max"),
        intake.getInt("message-bytes-max"),
        intake.getInt("message-donations-max"),
        intake.getInt("open-donations-max"),
        intake.getInt("open-bytes-max"),
        intake.getDuration("idle-max"));
  }

  private static void require(int max, String name) {
    if (max <= 0) {
      throw new IllegalArgumentException("intake." + name + " " + max + ", expected more than 0");
    }
  }
}
