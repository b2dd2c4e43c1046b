package amanah.journal;

/** The database may forget what it has acknowledged; the message is a sentence for an operator. */
public final class UnsafeDatabaseException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  UnsafeDatabaseException(String problem) {
    super(problem);
  }
}
