package amanah.deploy.bench.http;

/** A request under way, and what has come of it so far. */
final class Call {

  final long number;
  final long beganNanos;
  int status;
  long sequence = -1;

  Call(long number, long beganNanos) {
    this.number = number;
    this.beganNanos = beganNanos;
  }
}
