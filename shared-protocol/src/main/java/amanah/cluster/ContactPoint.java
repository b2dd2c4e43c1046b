package amanah.cluster;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where another node's management listens.
 *
 * @param host a name or an address
 * @param port its management port, 1 to 65,535
 */
public record ContactPoint(String host, int port) {

  private static final Pattern GRAMMAR = Pattern.compile("([A-Za-z0-9._-]+):([0-9]{1,5})");
  private static final int PORT_MAX = 65_535;

  /**
   * Reads {@code host:port}.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static ContactPoint of(String text) {
    Matcher matcher = GRAMMAR.matcher(text);
    if (!matcher.matches()) {
      throw wrong(text);
    }
    int port = Integer.parseInt(matcher.group(2));
    if (port < 1 || port > PORT_MAX) {
      throw wrong(text);
    }
    return new ContactPoint(matcher.group(1), port);
  }

  private static IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException(
        "contact point \"%s\", expected host:port with a port of 1 to %d"
            .formatted(text, PORT_MAX));
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
