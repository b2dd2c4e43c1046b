package amanah.campaign.journal;

/**
 * The rows of one campaign that were certainly not written, for a reason of their own. Without
 * cause and stack: it is logged for each of them, and the text of a statement is made of donors.
 */
final class NotWrittenException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private NotWrittenException(String message) {
    super(message, null, false, false);
  }

  /** The database refused them by this {@linkplain RowFault fault} of a row. */
  static NotWrittenException refused(String campaign, Throwable fault) {
    return new NotWrittenException(
        "the events of %s were refused: %s".formatted(campaign, RowFault.described(fault)));
  }

  /** Too many campaigns that failed before are being written at once. */
  static NotWrittenException notTried(String campaign, int writingMax) {
    return new NotWrittenException(
        "the events of %s were not tried: it failed before, and %d such campaigns are being written"
            .formatted(campaign, writingMax));
  }
}
