package amanah.deploy.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The machine's clock, off by what a file says: how a node whose clock is wrong is tried. The file
 * holds an ISO-8601 duration such as {@code PT1H} or {@code -PT1H}; it is read again at most every
 * 100 ms, and when it is empty, gone or unreadable the clock is right.
 */
final class OffsetClock implements InstantSource {

  private static final Logger LOG = LoggerFactory.getLogger(OffsetClock.class);
  private static final Duration READ_AGAIN = Duration.ofMillis(100);

  private final Path file;
  private final InstantSource clock;
  private volatile Reading reading = new Reading(Instant.MIN, Duration.ZERO);

  private record Reading(Instant readAt, Duration offset) {}

  OffsetClock(Path file, InstantSource clock) {
    this.file = file;
    this.clock = clock;
  }

  @Override
  public Instant instant() {
    Instant right = clock.instant();
    Reading last = reading;
    if (last.readAt().equals(Instant.MIN)
        || Duration.between(last.readAt(), right).abs().compareTo(READ_AGAIN) >= 0) {
      last = new Reading(right, read());
      reading = last;
    }
    return right.plus(last.offset());
  }

  private Duration read() {
    try {
      String text = Files.exists(file) ? Files.readString(file).strip() : "";
      return text.isEmpty() ? Duration.ZERO : Duration.parse(text);
    } catch (IOException | DateTimeParseException unreadable) {
      LOG.warn("the clock's offset in {} cannot be read: {}", file, unreadable.getMessage());
      return Duration.ZERO;
    }
  }
}
