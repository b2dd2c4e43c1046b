package amanah.deploy.node;

import amanah.deploy.terminal.ExitCode;
import amanah.deploy.terminal.Failure;
import amanah.journal.JournalRefusal;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The URL of a PostgreSQL database as somebody typed it. What may be a password in it is never
 * shown: it stands behind the question mark, or where a user might be written before the host.
 */
public final class DatabaseUrl {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseUrl.class);
  private static final String EXPECTED = "expected jdbc:postgresql://HOST:PORT/DATABASE";
  private static final Pattern FORM =
      Pattern.compile("jdbc:postgresql:(?://(?<servers>[^/?#]*)/)?(?<database>[^/?#]+)(\\?.*)?");
  private static final Pattern SERVER = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^:\\[\\]]+)(:(.*))?");
  private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
  private static final Pattern PASSWORD = Pattern.compile("(?i)[?&]password=[^&]");
  private static final int PORT_MAX = 65_535;

  private DatabaseUrl() {}

  /**
   * Refuses what is no such URL, and warns of a password in it, which all users of the machine can
   * read in the list of its processes.
   *
   * @throws Failure if it is none, with the reason and what was expected
   */
  public static void check(@Nullable String url) {
    if (url == null) {
      return;
    }
    Matcher form = FORM.matcher(url);
    if (!form.matches()) {
      throw wrong(url, "is not the URL of a PostgreSQL database");
    }
    String servers = form.group("servers");
    for (String server : servers == null ? List.<String>of() : List.of(servers.split(",", -1))) {
      checkServer(url, server);
    }
    if (PASSWORD.matcher(url).find()) {
      LOG.warn(
          "--db tells a password, which whoever lists this machine's processes can read; set"
              + " AMANAH_JOURNAL_USER and AMANAH_JOURNAL_PASSWORD instead");
    }
  }

  private static void checkServer(String url, String server) {
    if (server.contains("@")) {
      throw wrong(url, "has a user before its host (AMANAH_JOURNAL_USER names one)");
    }
    Matcher parts = SERVER.matcher(server);
    if (!parts.matches()) {
      throw wrong(url, "names no host");
    }
    String port = parts.group(3);
    boolean isPort =
        port == null
            || (PORT.matcher(port).matches()
                && Integer.parseInt(port) > 0
                && Integer.parseInt(port) <= PORT_MAX);
    if (!isPort) {
      throw wrong(url, "has a port that is none (1 to " + PORT_MAX + ")");
    }
  }

  /** The end of a command whose database cannot be used. */
  public static Failure unusable(String url, SQLException failed) {
    String reason =
        JournalRefusal.known(failed)
            .orElseGet(() -> String.valueOf(failed.getMessage()).lines().findFirst().orElse(""));
    return new Failure(
        ExitCode.UNAVAILABLE,
        "the database %s cannot be used: %s".formatted(shown(url), reason),
        failed);
  }

  private static Failure wrong(String url, String reason) {
    return new Failure(ExitCode.USAGE, "--db %s %s, %s".formatted(shown(url), reason, EXPECTED));
  }

  private static String shown(String url) {
    return url.replaceAll("[?#].*", "").replaceAll("//[^/]*@", "//...@");
  }
}
