package amanah.deploy.faults.kind;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

/** One way in which things go wrong. */
public interface FaultKind {

  /** What it is called on the command line. */
  String name();

  /** What it does and what heals it, for people. */
  String says();

  /** What this blow draws beyond its target and its length, for people; empty for nothing. */
  default String detail(Blow blow) {
    return "";
  }

  /** What it cannot do without. */
  default Need need() {
    return Need.NOTHING;
  }

  /** The shortest and the longest time it lasts, in seconds; equal when it is not varied. */
  default int[] secondsRange() {
    return new int[] {0, 0};
  }

  /** What it may cost. */
  Bounds bounds();

  /** Whom it will strike. */
  Aim aim(Site site, Blow blow) throws IOException, InterruptedException;

  /** Does it, and returns when what heals it has been done, or when nothing more has to be. */
  void strike(Site site, Aim aim, Blow blow) throws IOException, InterruptedException, SQLException;

  /**
   * What must have been seen and was not, as a sentence: a fault that nobody noticed proves
   * nothing.
   */
  default Optional<String> unproven(Blow blow, Seen seen) {
    return Optional.empty();
  }
}
