package amanah.deploy.faults.report;

import amanah.deploy.faults.load.Second;
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
  private final StringBuilder svg = new StringBuilder();
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
    add(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"100%%\""
                + " font-family=\"sans-serif\" font-size=\"13\" role=\"img\">",
            WIDTH,
            HEIGHT));
    add(
        String.format(
            Locale.ROOT, "<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, HEIGHT));
    text(LEFT, 28, "font-size=\"18\" font-weight=\"bold\"", report.title());
    bands();
    frame(rate, TOP, MIDDLE, "donations acknowledged / s");
    frame(latency, LOWER_TOP, BOTTOM, "until a definite answer, s");
    timeTicks();
    line(rate, Second::acknowledged, "#1b5e9b");
    line(latency, second -> second.p50Millis() / MILLIS, "#6aa84f");
    line(latency, second -> second.p99Millis() / MILLIS, "#b45f06");
    legend();
    add("</svg>");
    return svg.toString();
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
        add(
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
        add(
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

  private void frame(Axis axis, int top, int bottom, String name) {
    for (double tick : axis.ticks()) {
      double y = axis.place(tick);
      add(
          String.format(
              Locale.ROOT,
              "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#d0d0d0\"/>",
              LEFT,
              RIGHT,
              y,
              y));
      text(LEFT - 8, y + 4, "text-anchor=\"end\"", number(tick));
    }
    add(
        String.format(
            Locale.ROOT,
            "<line x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\" stroke=\"#404040\"/>",
            LEFT,
            LEFT,
            top,
            bottom));
    int middle = (top + bottom) / 2;
    text(
        22,
        middle,
        "text-anchor=\"middle\" transform=\"rotate(-90 22 %d)\"".formatted(middle),
        name);
  }

  private void timeTicks() {
    Axis rounded = Axis.round(time.max(), LEFT, RIGHT);
    for (double tick : rounded.ticks()) {
      if (tick <= time.max()) {
        double x = time.place(tick);
        add(
            String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"#404040\"/>",
                x,
                x,
                BOTTOM,
                BOTTOM + 5));
        text(x, BOTTOM + 20, "text-anchor=\"middle\"", number(tick));
      }
    }
    text(
        (LEFT + RIGHT) / 2.0,
        BOTTOM + 44,
        "text-anchor=\"middle\"",
        "seconds since the load began");
  }

  private void line(Axis axis, ToDoubleFunction<Second> value, String colour) {
    StringBuilder points = new StringBuilder();
    for (Second second : report.seconds()) {
      points.append(
          String.format(
              Locale.ROOT,
              "%.1f,%.1f ",
              time.place(second.second() + 0.5),
              axis.place(value.applyAsDouble(second))));
    }
    add(
        String.format(
            Locale.ROOT,
            "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.6\" points=\"%s\"/>",
            colour,
            points.toString().strip()));
  }

  private void legend() {
    key(LEFT, LABELS_TOP - 14, "#f3d9a4", "a fault, until all was well again");
    key(LEFT + 260, LABELS_TOP - 14, "#f2a6a0", "one that failed");
    key(RIGHT - 150, LOWER_TOP - 14, "#b45f06", "p99");
    key(RIGHT - 70, LOWER_TOP - 14, "#6aa84f", "p50");
  }

  private void key(int x, int y, String colour, String name) {
    add(
        String.format(
            Locale.ROOT,
            "<rect x=\"%d\" y=\"%d\" width=\"14\" height=\"10\" fill=\"%s\"/>",
            x,
            y - 9,
            colour));
    text(x + 20, y, "", name);
  }

  private void text(double x, double y, String attributes, String text) {
    add(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" %s>%s</text>",
            x,
            y,
            attributes,
            escaped(text)));
  }

  private void add(String element) {
    svg.append(element).append('\n');
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,d", (long) value)
        : String.format(Locale.ROOT, "%.3g", value);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
