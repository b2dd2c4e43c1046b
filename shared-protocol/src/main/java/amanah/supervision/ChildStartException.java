package amanah.supervision;

/** A supervisor gives up at its own start: one of its children could not start. */
public final class ChildStartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ChildStartException(ChildKey<?> key, Throwable cause) {
    super("Child '%s' could not start".formatted(key), cause);
  }
}
