package amanah.deploy.faults.history;

/** The parts of an event that are compared, put together by whoever tells of one. */
public final class StreamedText {

  private static final char BETWEEN = '\n';

  private final StringBuilder text = new StringBuilder();

  /** With one more part. */
  public StreamedText add(String part) {
    text.append(part).append(BETWEEN);
    return this;
  }

  /** With one more part. */
  public StreamedText add(long part) {
    text.append(part).append(BETWEEN);
    return this;
  }

  /** All of it as a number. */
  public long digest() {
    return Digest.of(text.toString());
  }
}
