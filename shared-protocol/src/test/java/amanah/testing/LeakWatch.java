package amanah.testing;

import ch.qos.logback.classic.Level;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;

/**
 * Looks after every pooled buffer of this process that is taken meanwhile, for one that is
 * forgotten instead of released. Netty notes that when the collector finds the buffer, and tells of
 * each place where it was forgotten once.
 */
public final class LeakWatch implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ResourceLeakDetector.Level usual = ResourceLeakDetector.getLevel();
  private final LogCapture netty = new LogCapture(ResourceLeakDetector.class, Level.ERROR);

  /** Begins. */
  public LeakWatch() {
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
  }

  /** What was forgotten and can be reached by nobody any more. */
  public List<String> leaks() {
    collect();
    collect();
    return netty.messages();
  }

  @Override
  public void close() {
    ResourceLeakDetector.setLevel(usual);
    netty.close();
  }

  private void collect() {
    WeakReference<Object> garbage = new WeakReference<>(new Object());
    Waiting.until(
        PATIENCE,
        () -> {
          System.gc();
          // Netty looks for what was collected when somebody takes another one.
          ByteBufAllocator.DEFAULT.directBuffer().release();
          return garbage.refersTo(null);
        });
    ByteBufAllocator.DEFAULT.directBuffer().release();
  }
}
