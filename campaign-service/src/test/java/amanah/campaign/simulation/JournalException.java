package amanah.campaign.simulation;

/** What a database says when it fails. */
final class JournalException extends RuntimeException {

  private static final long serialVersionUID = 1;

  JournalException(String why) {
    super(why, null, false, false);
  }
}
