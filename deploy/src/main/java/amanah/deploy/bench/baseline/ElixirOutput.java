package amanah.deploy.bench.baseline;

import amanah.deploy.load.loop.LoadFailure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines {@code name: N ops/s}; a name that comes again is another round. */
final class ElixirOutput {

  private static final Pattern LINE =
      Pattern.compile("^(.+): ([0-9]+) ops/s\\s*$", Pattern.MULTILINE);

  private ElixirOutput() {}

  static Map<String, Double> parse(String output) {
    Map<String, Double> best = new LinkedHashMap<>();
    Matcher line = LINE.matcher(output);
    while (line.find()) {
      best.merge(line.group(1), Double.valueOf(line.group(2)), Math::max);
    }
    if (best.isEmpty()) {
      throw new LoadFailure("elixir printed no line \"name: N ops/s\" but: " + output.strip());
    }
    return best;
  }
}
