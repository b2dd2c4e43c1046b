package amanah.campaign.stream;

import java.util.concurrent.atomic.AtomicLong;

/** The bytes that all windows of a node hold, and may hold together. */
final class WindowBudget {

  private final long bytesMax;
  private final AtomicLong bytes = new AtomicLong();

  WindowBudget(long bytesMax) {
    this.bytesMax = bytesMax;
  }

  void take(long more) {
    bytes.addAndGet(more);
  }

  void giveBack(long less) {
    bytes.addAndGet(-less);
  }

  boolean exceeded() {
    return bytes.get() > bytesMax;
  }

  long bytes() {
    return bytes.get();
  }
}
