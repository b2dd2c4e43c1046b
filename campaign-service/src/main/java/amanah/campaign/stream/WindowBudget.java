package amanah.campaign.stream;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes that all windows of a node hold, and may hold together. While they hold too much, each
 * may keep its share: one that nobody fills any more gives way as well as one that is filled.
 */
final class WindowBudget {

  private final long bytesMax;
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicInteger windows = new AtomicInteger();

  WindowBudget(long bytesMax) {
    this.bytesMax = bytesMax;
  }

  /** There is one window more. */
  void opened() {
    windows.incrementAndGet();
  }

  /** There is one less. */
  void closed() {
    windows.decrementAndGet();
  }

  void take(long more) {
    bytes.addAndGet(more);
  }

  void giveBack(long less) {
    bytes.addAndGet(-less);
  }

  /** Whether a window that holds so many bytes has to give some of them up. */
  boolean isTooMuch(long held) {
    return bytes.get() > bytesMax && held > bytesMax / Math.max(1, windows.get());
  }

  long bytes() {
    return bytes.get();
  }
}
