package amanah.campaign.stream;

/** The journal has an event that this node does not know; trying again would not help. */
final class UnreadablePageException extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnreadablePageException(Throwable cause) {
    super(cause.getMessage(), cause);
  }
}
