package amanah.deploy.faults.database;

import amanah.journal.JournalClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** Finds the time among what a server tells one session, and tells another time in its stead. */
final class ShiftedTime {

  private static final long NANOS_OF_MICRO = 1_000;

  private boolean follows;

  /** The message, or the same answer with another time when it tells the time. */
  ServerMessages.Message shifted(ServerMessages.Message message, Duration offset) {
    if (message.describes()) {
      follows = message.describesOnly(JournalClock.ANSWER);
      return message;
    }
    Optional<String> told = follows && !offset.isZero() ? message.onlyValue() : Optional.empty();
    return told.map(time -> ServerMessages.Message.row(later(time, offset))).orElse(message);
  }

  private static String later(String micros, Duration offset) {
    return new BigDecimal(micros)
        .add(BigDecimal.valueOf(offset.toNanos() / NANOS_OF_MICRO))
        .toPlainString();
  }
}
