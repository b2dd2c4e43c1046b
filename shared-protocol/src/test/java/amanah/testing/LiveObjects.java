package amanah.testing;

import java.lang.management.ManagementFactory;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/** Counts the objects of this process that somebody still knows. */
public final class LiveObjects {

  private static final String DIAGNOSTICS = "com.sun.management:type=DiagnosticCommand";
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private LiveObjects() {}

  /** How many there are of the classes with such names, after a collection of all garbage. */
  public static long count(Pattern className) {
    return histogram()
        .lines()
        .map(line -> SPACES.split(line.strip(), -1))
        // A rank, how many there are, how many bytes, and the class, sometimes with its module.
        .filter(cells -> cells.length >= 4 && className.matcher(cells[3]).matches())
        .mapToLong(cells -> Long.parseLong(cells[1]))
        .sum();
  }

  private static String histogram() {
    try {
      return (String)
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName(DIAGNOSTICS),
                  "gcClassHistogram",
                  new Object[] {new String[0]},
                  new String[] {String[].class.getName()});
    } catch (JMException unknown) {
      throw new IllegalStateException("this JVM does not count its objects", unknown);
    }
  }
}
