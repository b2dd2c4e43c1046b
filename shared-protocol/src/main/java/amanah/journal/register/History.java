package amanah.journal.register;

import amanah.journal.SeenEvents;
import java.util.List;
import java.util.Optional;

/**
 * Whether the database still is the one that this node started with, and has all that the node saw
 * committed.
 *
 * <p>A node counts up a mark of its own in the database. A mark that was committed comes after all
 * that the node had seen by then, so while it is there, so is the rest. What was seen since the
 * last mark is looked for one by one, but only when the server has started anew: one that runs
 * loses nothing.
 *
 * <p>Asked by one thread at a time; blocks.
 */
public final class History {

  private final Register register;
  private final SeenEvents seen;
  private final RegisterReading first;
  private String serverStart;
  private long mark;

  private History(Register register, SeenEvents seen, RegisterReading first) {
    this.register = register;
    this.seen = seen;
    this.first = first;
    this.serverStart = first.serverStart();
    this.mark = first.mark();
  }

  /**
   * Takes the database as it is now for the right one.
   *
   * @throws IllegalStateException if it is a standby, or does not know this node
   */
  public static History begin(Register register, SeenEvents seen) {
    RegisterReading first =
        register.reading().orElseThrow(() -> new IllegalStateException(forgotten()));
    if (first.isStandby()) {
      throw new IllegalStateException(standby());
    }
    return new History(register, seen, first);
  }

  /**
   * Why the node must not go on; nothing if it may.
   *
   * @throws FencedException if it was excluded
   * @throws IllegalStateException if the database does not say
   */
  public Optional<String> check() {
    try {
      return looked();
    } catch (IllegalStateException silent) {
      // The sessions of an excluded node have been ended; a new one says why.
      register.requireAdmission();
      throw silent;
    }
  }

  private Optional<String> looked() {
    Optional<RegisterReading> now = register.reading();
    Optional<String> parted = now.isEmpty() ? Optional.of(forgotten()) : parted(now.get());
    if (parted.isEmpty()) {
      count();
    }
    return parted;
  }

  private Optional<String> parted(RegisterReading now) {
    if (now.isStandby()) {
      return Optional.of(standby());
    }
    if (!now.system().equals(first.system()) || !now.timeline().equals(first.timeline())) {
      return Optional.of(
          "the database is %s on timeline %s, expected %s on timeline %s: it may lack what was committed"
              .formatted(now.system(), now.timeline(), first.system(), first.timeline()));
    }
    if (now.mark() < mark) {
      return Optional.of(
          "the database has mark %d of this node, expected %d: it has lost what was committed"
              .formatted(now.mark(), mark));
    }
    if (!now.cluster().equals(first.cluster())) {
      return Optional.of(
          "the database is used by cluster %s, expected this node's %s"
              .formatted(now.cluster(), first.cluster()));
    }
    return now.serverStart().equals(serverStart) ? Optional.empty() : restarted(now);
  }

  private Optional<String> restarted(RegisterReading now) {
    List<SeenEvents.Seen> missing = register.missing(seen.all().events());
    if (missing.isEmpty()) {
      serverStart = now.serverStart();
      return Optional.empty();
    }
    register.renounce();
    SeenEvents.Seen one = missing.getFirst();
    return Optional.of(
        "the database was started anew and lacks %d events that were committed, such as %d of %s"
            .formatted(missing.size(), one.sequence(), one.persistenceId()));
  }

  private void count() {
    SeenEvents.Snapshot proven = seen.all();
    Register.Marked marked = register.count();
    mark = marked.mark();
    if (marked.serverStart().equals(serverStart)) {
      seen.forget(proven);
    }
  }

  private static String standby() {
    return "the database is a standby, expected the primary";
  }

  private static String forgotten() {
    return "the database does not know this node any more: it was put back to an earlier state";
  }
}
