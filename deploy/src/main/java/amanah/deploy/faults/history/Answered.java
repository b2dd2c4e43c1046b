package amanah.deploy.faults.history;

/**
 * What was answered; {@link State#UNSEEN} for what the answer does not tell.
 *
 * @param sequence where it is recorded, or which state was read
 * @param amountMinor of the donation or of the refund, in cents
 * @param refundedMinor what all refunds of the donation have given back, in cents
 * @param seen what the campaign is now
 */
public record Answered(Told told, long sequence, long amountMinor, long refundedMinor, State seen) {

  /** An answer that tells nothing else. */
  public static Answered only(Told told) {
    return new Answered(told, State.UNSEEN, State.UNSEEN, State.UNSEEN, State.NOTHING);
  }
}
