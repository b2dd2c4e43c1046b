package amanah.zakat.domain.hawl;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks through the balances of one owner, day after day, and keeps the years. */
final class HawlCount {

  private final HawlRule rule;
  private final List<HawlYear> passed = new ArrayList<>();

  /** The first day of an unbroken run of years; null while the nisab is not held. */
  private @Nullable LocalDate begun;

  private int yearsPassed;

  HawlCount(HawlRule rule) {
    this.rule = rule;
  }

  /** The balance is held from its first day until the day before {@code until}. */
  void hold(DatedBalance balance, LocalDate until, boolean reachesNisab) {
    if (begun != null && rule.breaks(balance.balance(), reachesNisab)) {
      begun = null;
    }
    if (begun == null && reachesNisab) {
      begin(balance.from());
    }
    HawlYear running = running();
    while (running != null && running.ends().isBefore(until)) {
      if (reachesNisab) {
        passed.add(running);
        yearsPassed++;
      } else {
        begun = null;
      }
      running = running();
    }
  }

  Hawl standing() {
    return new Hawl(passed, Optional.ofNullable(running()));
  }

  private void begin(LocalDate day) {
    begun = day;
    yearsPassed = 0;
  }

  /** Counted from the first day of the run, so that a month's 30th day is not lost on the way. */
  private @Nullable HawlYear running() {
    return begun == null
        ? null
        : new HawlYear(rule.after(begun, yearsPassed), rule.after(begun, yearsPassed + 1));
  }
}
