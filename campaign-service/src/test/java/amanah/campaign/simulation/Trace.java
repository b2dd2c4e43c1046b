package amanah.campaign.simulation;

import java.util.ArrayDeque;
import java.util.Deque;

/** What happened, in order: a hash over all of it, and the last lines to be read. */
final class Trace {

  private static final int LINES_MAX = 400;
  private static final long PRIME = 0x100000001b3L;

  private final EventLoop loop;
  private final Deque<String> lines = new ArrayDeque<>();
  private long hash = 0xcbf29ce484222325L;

  Trace(EventLoop loop) {
    this.loop = loop;
  }

  void add(String line) {
    long now = loop.nowMicros();
    hash = (hash ^ now) * PRIME;
    hash = (hash ^ loop.steps()) * PRIME;
    hash = (hash ^ line.hashCode()) * PRIME;
    if (lines.size() == LINES_MAX) {
      lines.remove();
    }
    lines.add(now + " " + line);
  }

  /** The same for the same run, on any machine. */
  long hash() {
    return hash;
  }

  /** The last lines, each with its time in microseconds. */
  String text() {
    return String.join("\n", lines);
  }
}
