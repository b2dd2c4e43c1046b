package amanah.journal;

/**
 * An event's bytes are not what its manifest promises. The entity must stop: to skip the event
 * would be to lose what it says.
 */
public final class UnreadableEventException extends RuntimeException {

  /** For code that reads other bytes than a map of fields. */
  public UnreadableEventException(String manifest, String problem) {
    super(manifest + ": " + problem);
  }

  /** For code that reads other bytes than a map of fields. */
  public UnreadableEventException(String manifest, String problem, Throwable cause) {
    super(manifest + ": " + problem, cause);
  }
}
