package amanah.zakat.domain.hawl;

import java.util.List;
import java.util.Optional;

/**
 * The years of ownership as they stand on a day.
 *
 * @param passed the years that ended on that day or before, the oldest first
 * @param running the year that has begun and not ended; empty when the nisab is not held
 */
public record Hawl(List<HawlYear> passed, Optional<HawlYear> running) {

  /** Keeps its own list. */
  public Hawl {
    passed = List.copyOf(passed);
  }

  /** Whether a year has passed, so that zakat became due. */
  public boolean hasPassed() {
    return !passed.isEmpty();
  }
}
