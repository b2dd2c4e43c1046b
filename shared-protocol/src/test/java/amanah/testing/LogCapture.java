package amanah.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Keeps what a logger says from a level on, until it is closed. */
public final class LogCapture implements AutoCloseable {

  private final Logger logger;
  private final @Nullable Level levelBefore;
  private final BlockingQueue<ILoggingEvent> events = new LinkedBlockingQueue<>();
  private final Keeper keeper;

  /** Keeps what is of the level. */
  private final class Keeper extends AppenderBase<ILoggingEvent> {

    private final Level least;

    Keeper(Level least) {
      this.least = least;
    }

    @Override
    protected void append(ILoggingEvent event) {
      if (event.getLevel().isGreaterOrEqual(least)) {
        events.add(event);
      }
    }
  }

  /**
   * Begins.
   *
   * @param source whose logger it is
   * @param least the lowest level that is kept; the logger says that much meanwhile
   */
  public LogCapture(Class<?> source, Level least) {
    this.logger = (Logger) LoggerFactory.getLogger(source);
    this.levelBefore = logger.getLevel();
    if (!logger.isEnabledFor(least)) {
      logger.setLevel(least);
    }
    keeper = new Keeper(least);
    keeper.start();
    logger.addAppender(keeper);
  }

  /** What was kept so far and nobody has taken, the oldest first. */
  public BlockingQueue<ILoggingEvent> events() {
    return events;
  }

  /** The messages of {@link #events}. */
  public List<String> messages() {
    return events.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @Override
  public void close() {
    logger.detachAppender(keeper);
    logger.setLevel(levelBefore);
  }
}
