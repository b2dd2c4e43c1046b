package amanah.deploy.bench.baseline;

import amanah.deploy.load.loop.LoadFailure;
import amanah.deploy.load.loop.LoadFigures;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what pgbench prints at its end; versions 10 to 18 differ in the words around the figures.
 */
final class PgbenchOutput {

  private static final Pattern TPS =
      Pattern.compile(
          "^tps = ([0-9.]+) \\((?:without initial connection time|excluding connections.*)\\)",
          Pattern.MULTILINE);
  private static final Pattern ANY_TPS = Pattern.compile("^tps = ([0-9.]+)", Pattern.MULTILINE);
  private static final Pattern LATENCY =
      Pattern.compile("^latency average = ([0-9.]+) ms", Pattern.MULTILINE);
  private static final Pattern TRANSACTIONS =
      Pattern.compile("^number of transactions actually processed: ([0-9]+)", Pattern.MULTILINE);
  private static final Pattern FAILED =
      Pattern.compile("^number of failed transactions: ([0-9]+)", Pattern.MULTILINE);

  private PgbenchOutput() {}

  static LoadFigures parse(String output) {
    Matcher tps = TPS.matcher(output);
    String perSecond = tps.find() ? tps.group(1) : figure(ANY_TPS, output);
    Matcher failed = FAILED.matcher(output);
    long failures = failed.find() ? Long.parseLong(failed.group(1)) : 0;
    return new LoadFigures(
        Long.parseLong(figure(TRANSACTIONS, output)),
        Double.parseDouble(perSecond),
        Double.valueOf(figure(LATENCY, output)),
        null,
        failures == 0 ? Map.of() : Map.of("failed", failures));
  }

  private static String figure(Pattern pattern, String output) {
    Matcher matcher = pattern.matcher(output);
    if (!matcher.find()) {
      throw new LoadFailure("pgbench printed no \"" + pattern + "\" but: " + output.strip());
    }
    return matcher.group(1);
  }
}
