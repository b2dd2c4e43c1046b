package amanah.deploy.faults.database;

/**
 * Follows the transactions of one session: whether a message says that rows were committed, and
 * whether the next that the client says is about rows that are not committed yet.
 */
final class Commits {

  private static final char IDLE = 'I';
  private static final char IN_TRANSACTION = 'T';

  private boolean inserted;
  private volatile boolean pending;

  /** True when this message is the first to say that inserted rows have been committed. */
  boolean confirms(ServerMessages.Message message) {
    String finished = message.finished();
    if (finished.startsWith("INSERT ")) {
      inserted = true;
    } else if (finished.equals("COMMIT")) {
      boolean committed = inserted;
      inserted = false;
      pending = false;
      return committed;
    } else if (finished.equals("ROLLBACK")) {
      inserted = false;
    }
    return message.ready() != 0 && ready(message.ready());
  }

  /** Whether rows are inserted and the server waits for the client to say COMMIT. */
  boolean pending() {
    return pending;
  }

  /** Outside a transaction an INSERT is committed by the time the server is ready again. */
  private boolean ready(char status) {
    boolean confirmed = status == IDLE && inserted;
    if (status == IDLE) {
      inserted = false;
    }
    pending = status == IN_TRANSACTION && inserted;
    return confirmed;
  }
}
