package amanah.deploy.verify;

/**
 * One thing that is not as it must be.
 *
 * @param stream the campaign's id, or the journal's name of a stream that is no campaign's
 * @param sequence the sequence number in the campaign's stream at which it shows
 * @param detail what was found and what was expected
 */
public record Finding(Check check, String stream, long sequence, String detail) {

  @Override
  public String toString() {
    return check.label() + ": " + stream + " at " + sequence + ": " + detail;
  }
}
