package amanah.http;

/** What is said, at both doors, of bytes that are too many. */
public final class SizeLimit {

  /** For what was broken off before anybody knew how large it is. */
  public static final long UNKNOWN = -1;

  private SizeLimit() {}

  /**
   * A refusal that names the size and the limit.
   *
   * @param what is too large, such as {@code the body}
   * @param bytes how large it is; when that is unknown or within the limit, whatever was announced
   *     was not kept to, and it is more than may be
   */
  public static Problem tooLarge(String what, long bytes, long bytesMax) {
    return Problem.of(
        ProblemCode.TOO_LARGE,
        "%s has %s bytes, expected at most %d"
            .formatted(what, bytes > bytesMax ? bytes : "more than " + bytesMax, bytesMax));
  }
}
