package amanah.journal;

import java.sql.SQLException;

/** The database could not be asked, so that nothing is known of what was to be read. */
final class DatabaseAwayException extends RuntimeException {

  private static final long serialVersionUID = 1;

  DatabaseAwayException(SQLException refused) {
    super(refused.getMessage(), refused);
  }
}
