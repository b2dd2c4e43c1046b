package amanah.deploy.faults.report;

import static amanah.deploy.plot.Drawing.escaped;

import amanah.deploy.faults.load.Second;
import amanah.deploy.plot.Axis;
import amanah.deploy.plot.Drawing;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The run as a picture: donations acknowledged in each second, below it how long donations took,
 * and behind both the faults as bands.
 */
final class Plot {

  private static final int WIDTH = 1280;
  private static final int LEFT = 80;
  private static final int RIGHT = 1256;
  private static final int TOP = 150;
  private static final int MIDDLE = 400;
  private static final int LOWER_TOP = 450;
  private static final int BOTTOM = 660;
  private static final int HEIGHT = 720;
  private static final int LABELS_TOP = 62;
  private static final int LABEL_WIDTH_MIN = 14;
  private static final double MILLIS = 1000.0;

  private final RunReport report;
  private final Drawing drawing = new Drawing(WIDTH, HEIGHT, LEFT, RIGHT);
  private final Axis time;

  private Plot(RunReport report) {
    this.report = report;
    double last =
        Math.max(
            report.seconds().size(),
            report.faults().stream().mapToDouble(FaultRecord::healedSecond).max().orElse(1));
    this.time = new Axis(Math.max(last, 1), LEFT, RIGHT);
  }

  /** As SVG, to stand in a page or alone. */
  static String svg(RunReport report) {
    return new Plot(report).draw();
  }

  private String draw() {
    Axis rate = Axis.round(largest(Second::acknowledged), MIDDLE, TOP);
    Axis latency = Axis.round(largest(second -> second.p99Millis() / MILLIS), BOTTOM, LOWER_TOP);
    drawing.title(report.title());
    bands();
    drawing.scale(rate, "donations acknowledged / s");
    drawing.scale(latency, "until a definite answer, s");
    drawing.ticks(time, BOTTOM);
    drawing.text(
        (LEFT + RIGHT) / 2.0,
        BOTTOM + 44,
        "text-anchor=\"middle\"",
        "seconds since the load began");
    line(rate, Second::acknowledged, "#1b5e9b");
    line(latency, second -> second.p50Millis() / MILLIS, "#6aa84f");
    line(latency, second -> second.p99Millis() / MILLIS, "#b45f06");
    legend();
    return drawing.svg();
  }

  private double largest(ToDoubleFunction<Second> value) {
    return report.seconds().stream().mapToDouble(value).max().orElse(1);
  }

  private void bands() {
    double labelFrom = 0;
    for (FaultRecord fault : report.faults()) {
      double from = time.place(fault.beganSecond());
      double width = Math.max(2, time.place(fault.healedSecond()) - from);
      String colour = fault.broken().isEmpty() ? "#f3d9a4" : "#f2a6a0";
      for (int[] part : new int[][] {{TOP, MIDDLE}, {LOWER_TOP, BOTTOM}}) {
        drawing.add(
            String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\""
                    + " fill-opacity=\"0.6\"><title>%s, %s</title></rect>",
                from,
                part[0],
                width,
                part[1] - part[0],
                colour,
                escaped(fault.blow().kind()),
                escaped(fault.target())));
      }
      // Labels that would lie on one another are left to the bands' tips.
      if (from + width / 2 >= labelFrom) {
        double at = from + width / 2;
        drawing.add(
            String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%d\" transform=\"rotate(-55 %.1f %d)\" fill=\"#5b4a1f\""
                    + " font-size=\"12\">%s</text>",
                at,
                TOP - 6,
                at,
                TOP - 6,
                escaped(fault.blow().kind())));
        labelFrom = at + LABEL_WIDTH_MIN;
      }
    }
  }

  private void line(Axis axis, ToDoubleFunction<Second> value, String colour) {
    StringBuilder points = new StringBuilder();
    for (Second second : report.seconds()) {
      points.append(
          Drawing.point(
              time.place(second.second() + 0.5), axis.place(value.applyAsDouble(second))));
    }
    drawing.line(points.toString(), colour);
  }

  private void legend() {
    drawing.key(LEFT, LABELS_TOP - 14, "#f3d9a4", "a fault, until all was well again");
    drawing.key(LEFT + 260, LABELS_TOP - 14, "#f2a6a0", "one that failed");
    drawing.key(RIGHT - 150, LOWER_TOP - 14, "#b45f06", "p99");
    drawing.key(RIGHT - 70, LOWER_TOP - 14, "#6aa84f", "p50");
  }
}
