package amanah.deploy.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * A scale from values to places on a plot.
 *
 * @param max the largest value, the smallest is 0
 * @param from the place of 0
 * @param to the place of {@code max}
 */
public record Axis(double max, double from, double to) {

  private static final int TICKS = 5;
  private static final double[] STEPS = {1, 2, 5, 10};

  /** One that ends at a round number at or above {@code largest}. */
  public static Axis round(double largest, double from, double to) {
    double step = step(largest);
    return new Axis(Math.max(step, Math.ceil(largest / step) * step), from, to);
  }

  /** Where a value lies. */
  public double place(double value) {
    return from + (to - from) * Math.min(value, max) / max;
  }

  /** Round values from 0 to the largest. */
  public List<Double> ticks() {
    double step = step(max);
    List<Double> ticks = new ArrayList<>();
    for (int tick = 0; tick * step <= max * 1.0001; tick++) {
      ticks.add(tick * step);
    }
    return ticks;
  }

  private static double step(double largest) {
    double rough = Math.max(largest, 1e-9) / TICKS;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double step : STEPS) {
      if (step * power >= rough) {
        return step * power;
      }
    }
    return 10 * power;
  }
}
