package amanah.journal.register;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database lets this node write no more: the others have excluded it. It has to end. */
public final class FencedException extends RuntimeException {

  private static final long serialVersionUID = 1;
  private static final String STATE = "AF001";

  private FencedException(String message, @Nullable SQLException cause) {
    super(message, cause);
  }

  /** The list of members says so. */
  static FencedException marked() {
    return new FencedException("this node was excluded from those that may write", null);
  }

  /** The failure as callers are told it. */
  static RuntimeException orOther(SQLException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException said && STATE.equals(said.getSQLState())) {
        return new FencedException(String.valueOf(said.getMessage()), failure);
      }
    }
    return new IllegalStateException(
        "the list of members cannot be used: " + failure.getMessage(), failure);
  }
}
