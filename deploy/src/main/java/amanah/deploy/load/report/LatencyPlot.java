package amanah.deploy.load.report;

import amanah.deploy.plot.Axis;
import amanah.deploy.plot.Drawing;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A load as a picture: latency by percentile, the scale drawn out towards the slowest; below it
 * latency over time, and the donations acknowledged in each second.
 */
public final class LatencyPlot {

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 1010;
  private static final int LEFT = 80;
  private static final int RIGHT = 1256;
  private static final int CURVE_TOP = 60;
  private static final int CURVE_BOTTOM = 330;
  private static final int TIMES_TOP = 420;
  private static final int TIMES_BOTTOM = 650;
  private static final int RATE_TOP = 720;
  private static final int RATE_BOTTOM = 930;
  private static final int NAME_BELOW = 44;
  private static final int KEY_ABOVE = 14;
  private static final List<String> PERCENT_TICKS =
      List.of("0", "90", "99", "99.9", "99.99", "99.999");
  private static final double DECADES = 5;
  private static final String DARK = "#1b5e9b";
  private static final String GREEN = "#6aa84f";
  private static final String BROWN = "#b45f06";
  private static final String BAND = "#e8e8e8";

  private final LoadReport report;
  private final Drawing drawing = new Drawing(WIDTH, HEIGHT, LEFT, RIGHT);
  private final Axis percents = new Axis(DECADES, LEFT, RIGHT);
  private final Axis time;

  private LatencyPlot(LoadReport report) {
    this.report = report;
    this.time = new Axis(Math.max(1, largest(LoadSecond::second)), LEFT, RIGHT);
  }

  /** As SVG. */
  public static String svg(LoadReport report) {
    return new LatencyPlot(report).draw();
  }

  private String draw() {
    drawing.title(report.title());
    curve();
    warmup(TIMES_TOP, TIMES_BOTTOM);
    warmup(RATE_TOP, RATE_BOTTOM);
    Axis latency = Axis.round(largest(LoadSecond::p99Millis), TIMES_BOTTOM, TIMES_TOP);
    drawing.scale(latency, "latency, ms");
    overTime(latency, LoadSecond::p50Millis, GREEN);
    overTime(latency, LoadSecond::p99Millis, BROWN);
    drawing.key(LEFT, TIMES_TOP - KEY_ABOVE, BAND, "warm-up");
    drawing.key(RIGHT - 150, TIMES_TOP - KEY_ABOVE, BROWN, "p99");
    drawing.key(RIGHT - 70, TIMES_TOP - KEY_ABOVE, GREEN, "p50");
    drawing.ticks(time, TIMES_BOTTOM);
    Axis rate = Axis.round(largest(LoadSecond::perSecond), RATE_BOTTOM, RATE_TOP);
    drawing.scale(rate, "acknowledged / s");
    overTime(rate, LoadSecond::perSecond, DARK);
    drawing.ticks(time, RATE_BOTTOM);
    below(RATE_BOTTOM, "seconds since the load began");
    return drawing.svg();
  }

  private void curve() {
    List<CurvePoint> curve = report.totals().curve();
    double slowest = curve.stream().mapToDouble(CurvePoint::millis).max().orElse(1);
    Axis latency = Axis.round(slowest, CURVE_BOTTOM, CURVE_TOP);
    drawing.scale(latency, "latency, ms");
    for (String percent : PERCENT_TICKS) {
      drawing.tick(
          percents.place(decades(Double.parseDouble(percent))), CURVE_BOTTOM, percent + " %");
    }
    StringBuilder points = new StringBuilder();
    curve.forEach(
        point ->
            points.append(
                Drawing.point(
                    percents.place(decades(point.percent())), latency.place(point.millis()))));
    drawing.line(points.toString(), DARK);
    below(
        CURVE_BOTTOM,
        "so many percent of the donations had their answer, counted from when each was due");
  }

  /** How many times the rest that is slower was divided by ten; the end of the scale for none. */
  private static double decades(double percent) {
    double rest = 1 - percent / 100;
    return rest <= 0 ? DECADES : -Math.log10(rest);
  }

  private void warmup(int top, int bottom) {
    drawing.add(
        String.format(
            Locale.ROOT,
            "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>",
            LEFT,
            top,
            time.place(report.warmupSeconds()) - LEFT,
            bottom - top,
            BAND));
  }

  private void overTime(Axis axis, ToDoubleFunction<LoadSecond> value, String colour) {
    StringBuilder points = new StringBuilder();
    for (LoadSecond second : report.seconds()) {
      points.append(
          Drawing.point(time.place(second.second()), axis.place(value.applyAsDouble(second))));
    }
    drawing.line(points.toString(), colour);
  }

  private void below(int bottom, String name) {
    drawing.text((LEFT + RIGHT) / 2.0, bottom + NAME_BELOW, "text-anchor=\"middle\"", name);
  }

  private double largest(ToDoubleFunction<LoadSecond> value) {
    return report.seconds().stream().mapToDouble(value).max().orElse(1);
  }
}
