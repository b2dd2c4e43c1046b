package amanah.journal;

/**
 * The rows of one entity that were certainly not written, for a reason of their own. Without cause
 * and stack: it is logged for each of them, and the text of a statement is made of donors.
 */
final class NotWrittenException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private NotWrittenException(String message) {
    super(message, null, false, false);
  }

  /** The database refused them by this {@linkplain RowFault fault} of a row. */
  static NotWrittenException refused(String entity, Throwable fault) {
    return new NotWrittenException(
        "the events of %s were refused: %s".formatted(entity, RowFault.described(fault)));
  }

  /** Too many entities that failed before are being written at once. */
  static NotWrittenException notTried(String entity, int writingMax) {
    return new NotWrittenException(
        "the events of %s were not tried: it failed before, and %d such entities are being written"
            .formatted(entity, writingMax));
  }
}
