package amanah.journal;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells an error that a single row can have caused from one that the database would have given to
 * any row.
 *
 * <p>Each of these is the server's definite word that nothing of the transaction was committed, so
 * its rows may be written again. Deliberately not among them:
 *
 * <ul>
 *   <li>class 08 and 57, a pool without connections, and whatever has no SQLSTATE: the database as
 *       a whole is away or stops, or nobody knows whether the commit happened;
 *   <li>57014, a statement that took longer than {@code statement_timeout}: a row that waits for a
 *       lock is given up long before by {@code lock_timeout}, so it is the database that is slow,
 *       and the caller has given up by then;
 *   <li>class 53 and 58: a full disk is nobody's row.
 * </ul>
 */
final class RowFault {

  /** Wrong data, broken integrity (23505: somebody else has written this sequence number). */
  private static final Set<String> CLASSES = Set.of("22", "23", "54");

  /** A lock that somebody holds for too long, and a deadlock. */
  private static final Set<String> STATES = Set.of("55P03", "40P01");

  private static final int CLASS_LENGTH = 2;

  private RowFault() {}

  /** Whether one row alone can be the reason why its transaction failed. */
  static boolean causedBy(Throwable failure) {
    String state = sqlState(failure);
    return state != null
        && state.length() > CLASS_LENGTH
        && (STATES.contains(state) || CLASSES.contains(state.substring(0, CLASS_LENGTH)));
  }

  /** What the server said, without the statement, which is made of personal data. */
  static String described(Throwable failure) {
    SQLException said = null;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refused) {
        said = refused;
      }
    }
    return said == null
        ? failure.getClass().getSimpleName()
        : said.getMessage() + " (SQLSTATE " + said.getSQLState() + ")";
  }

  private static @Nullable String sqlState(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refused && refused.getSQLState() != null) {
        return refused.getSQLState();
      }
    }
    return null;
  }
}
