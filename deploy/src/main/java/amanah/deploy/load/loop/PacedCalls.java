package amanah.deploy.load.loop;

import amanah.deploy.client.Time;
import java.time.Duration;

/**
 * Makes calls at any pace.
 *
 * @param answersMax how long the last answers are waited for
 */
public record PacedCalls(Time time, Duration answersMax) {

  /**
   * Returns when the window is over and every call has been answered.
   *
   * @throws LoadFailure when some are not
   */
  public <T> void run(Operation<T> operation, Pace pace, Readings readings)
      throws InterruptedException {
    switch (pace) {
      case Pace.Closed closed ->
          new ClosedLoop(time::nanoTime, answersMax).run(operation, closed.openMax(), readings);
      case Pace.Even even -> open(operation, even, readings);
      case Pace.Random random -> open(operation, random, readings);
    }
  }

  private <T> void open(Operation<T> operation, Pace pace, Readings readings)
      throws InterruptedException {
    new OpenLoop(time, answersMax)
        .run(
            operation,
            pace.arrivals(readings.window().startsNanos(), 0, 1),
            pace.openMax(),
            readings);
  }
}
