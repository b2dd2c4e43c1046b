package amanah.deploy.load.http;

/** A request under way, and what has come of it so far. */
final class Call {

  /** What stands for a status when there is none. */
  static final int BROKEN_OFF = 0;

  final long number;
  final long dueNanos;
  int status = BROKEN_OFF;
  long sequence = -1;
  String code = "";

  Call(long number, long dueNanos) {
    this.number = number;
    this.dueNanos = dueNanos;
  }

  /** Why it was not acknowledged. */
  String reason() {
    if (status == BROKEN_OFF) {
      return "broken off";
    }
    return code.isEmpty() ? "http " + status : code;
  }
}
