package amanah.deploy.verify;

/** The bytes of an event or a snapshot are not what their manifest promises. */
final class UnreadableException extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableException(String message) {
    super(message);
  }
}
