package amanah.deploy.load.loop;

/** A load that says nothing: calls without an answer, a broken connection, or lost donations. */
public final class LoadFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The sentence says what was found and what was expected. */
  public LoadFailure(String sentence) {
    super(sentence);
  }

  /** The same, with what caused it. */
  public LoadFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
