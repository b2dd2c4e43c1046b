package amanah.journal;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Why a database refuses, in our own words: the driver's own name addresses, users and statements,
 * which are nobody's business who can reach the public door.
 */
public final class JournalRefusal {

  /** By SQLSTATE, of which the first two characters are the class. */
  private static final Map<String, String> BY_STATE =
      Map.ofEntries(
          Map.entry("28P01", "the password is not accepted"),
          Map.entry("28", "the user is not let in"),
          Map.entry("3D", "there is no database of that name"),
          Map.entry("42501", "the user may not do what a node has to do"),
          Map.entry("42P01", "the tables are not there"),
          Map.entry("53100", "the disk is full"),
          Map.entry("53300", "no session is left"),
          Map.entry("53", "the server has no room"),
          Map.entry("57P03", "the server is starting or stopping"),
          Map.entry("57P", "the server is stopping"),
          Map.entry("57014", "the answer took too long"),
          Map.entry("25006", "the server is a standby, which takes no writes"),
          Map.entry("08", "the connection is lost, or there is none"),
          Map.entry("58", "the server cannot read or write its files"),
          Map.entry("XX", "the server has found its own data broken"));

  private static final String UNKNOWN = "for a reason that stands in this node's log";

  private JournalRefusal() {}

  /** In a few words, without names. */
  public static String of(Throwable failure) {
    return known(failure).orElse(UNKNOWN);
  }

  /** The same, if it is one of the reasons that are known. */
  public static Optional<String> known(Throwable failure) {
    @Nullable String said = null;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String reason = reason(cause);
      if (reason != null) {
        said = reason;
      }
    }
    return Optional.ofNullable(said);
  }

  private static @Nullable String reason(Throwable cause) {
    return switch (cause) {
      case UnknownHostException nameless -> "there is no host of that name";
      case ConnectException closed -> "nothing listens where it should be";
      case SocketTimeoutException silent -> "it does not answer";
      case TimeoutException late -> "it does not answer";
      case SQLTransientConnectionException none when none.getCause() == null ->
          "no session was free in time";
      case SQLException refused -> byState(refused.getSQLState());
      default -> null;
    };
  }

  private static @Nullable String byState(@Nullable String state) {
    String longest = state == null ? "" : state;
    for (int length = longest.length(); length >= 2; length--) {
      String known = BY_STATE.get(longest.substring(0, length));
      if (known != null) {
        return known;
      }
    }
    return null;
  }
}
