package amanah.deploy.plot;

import java.util.Locale;

/** An SVG picture in the making: scales, lines and words at places counted from the upper left. */
public final class Drawing {

  private static final int TICK_LENGTH = 5;
  private static final int TICK_LABEL_BELOW = 20;
  private static final int TICK_LABEL_BESIDE = 8;
  private static final int TITLE_TOP = 28;
  private static final int NAME_LEFT = 58;

  private final StringBuilder svg = new StringBuilder();
  private final int left;
  private final int right;

  /** An empty one, whose scales lie between {@code left} and {@code right}. */
  public Drawing(int width, int height, int left, int right) {
    this.left = left;
    this.right = right;
    add(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"100%%\""
                + " font-family=\"sans-serif\" font-size=\"13\" role=\"img\">",
            width,
            height));
    add(
        String.format(
            Locale.ROOT, "<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", width, height));
  }

  /** What it shows, at its top. */
  public void title(String title) {
    text(left, TITLE_TOP, "font-size=\"18\" font-weight=\"bold\"", title);
  }

  /** A scale at the left with lines across, and its name beside it. */
  public void scale(Axis axis, String name) {
    for (double tick : axis.ticks()) {
      double y = axis.place(tick);
      add(
          String.format(
              Locale.ROOT,
              "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#d0d0d0\"/>",
              left,
              right,
              y,
              y));
      text(left - TICK_LABEL_BESIDE, y + 4, "text-anchor=\"end\"", number(tick));
    }
    add(
        String.format(
            Locale.ROOT,
            "<line x1=\"%d\" x2=\"%d\" y1=\"%.0f\" y2=\"%.0f\" stroke=\"#404040\"/>",
            left,
            left,
            axis.to(),
            axis.from()));
    double middle = (axis.from() + axis.to()) / 2;
    text(
        left - NAME_LEFT,
        middle,
        String.format(
            Locale.ROOT,
            "text-anchor=\"middle\" transform=\"rotate(-90 %d %.1f)\"",
            left - NAME_LEFT,
            middle),
        name);
  }

  /** A mark below a picture that ends at {@code bottom}. */
  public void tick(double x, int bottom, String label) {
    add(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"#404040\"/>",
            x,
            x,
            bottom,
            bottom + TICK_LENGTH));
    text(x, bottom + TICK_LABEL_BELOW, "text-anchor=\"middle\"", label);
  }

  /** Round values of an axis below a picture that ends at {@code bottom}. */
  public void ticks(Axis axis, int bottom) {
    for (double tick : Axis.round(axis.max(), axis.from(), axis.to()).ticks()) {
      if (tick <= axis.max()) {
        tick(axis.place(tick), bottom, number(tick));
      }
    }
  }

  /** A line through points, written as SVG has them: {@code "x,y x,y"}. */
  public void line(String points, String colour) {
    add(
        String.format(
            Locale.ROOT,
            "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.6\" points=\"%s\"/>",
            colour,
            points.strip()));
  }

  /** What a colour means. */
  public void key(int x, int y, String colour, String name) {
    add(
        String.format(
            Locale.ROOT,
            "<rect x=\"%d\" y=\"%d\" width=\"14\" height=\"10\" fill=\"%s\"/>",
            x,
            y - 9,
            colour));
    text(x + 20, y, "", name);
  }

  /** Words. */
  public void text(double x, double y, String attributes, String text) {
    add(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" %s>%s</text>",
            x,
            y,
            attributes,
            escaped(text)));
  }

  /** Any element. */
  public void add(String element) {
    svg.append(element).append('\n');
  }

  /** All of it. */
  public String svg() {
    return svg + "</svg>\n";
  }

  /** A point of a line. */
  public static String point(double x, double y) {
    return String.format(Locale.ROOT, "%.1f,%.1f ", x, y);
  }

  /** A number as a scale shows it. */
  public static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,d", (long) value)
        : String.format(Locale.ROOT, "%.3g", value);
  }

  /** Text as it may stand in SVG and HTML. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
