package amanah.campaign.simulation;

/** What one delivery said of one name, and how it was answered. */
final class Claim {

  /** The three classes of answers, and none. */
  enum Word {
    NONE,
    YES,
    NO,
    UNKNOWN
  }

  private final String id;
  private final Object content;
  private final boolean journaledBefore;
  private Word word = Word.NONE;

  /**
   * A claim.
   *
   * @param content all that was said, to be compared
   * @param journaledBefore whether that name was in the journal when it arrived
   */
  Claim(String id, Object content, boolean journaledBefore) {
    this.id = id;
    this.content = content;
    this.journaledBefore = journaledBefore;
  }

  String id() {
    return id;
  }

  Object content() {
    return content;
  }

  boolean journaledBefore() {
    return journaledBefore;
  }

  void answered(Word answer) {
    word = answer;
  }

  Word word() {
    return word;
  }
}
