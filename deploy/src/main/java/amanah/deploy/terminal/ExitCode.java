package amanah.deploy.terminal;

/** How a command ended, for the shell: the numbers of BSD's {@code sysexits.h} where one fits. */
public enum ExitCode {
  /** All that was asked is done. */
  DONE(0),
  /** It ran to its end, and part of it was refused or is not ready. */
  INCOMPLETE(1),
  /** The command line itself is wrong. */
  USAGE(2),
  /** It ran to its end, and found what must not be. */
  FINDINGS(3),

  /** An input file is not what it should be. */
  BAD_INPUT(65),
  /** An input file cannot be read. */
  NO_INPUT(66),
  /** Nothing answers, or not for long enough. */
  UNAVAILABLE(69),
  /** A fault of this program. */
  INTERNAL(70),
  /** A file cannot be written. */
  CANNOT_WRITE(73);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** What the shell sees. */
  public int number() {
    return number;
  }
}
