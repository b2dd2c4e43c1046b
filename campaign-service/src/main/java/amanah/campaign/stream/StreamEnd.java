package amanah.campaign.stream;

/**
 * Why a stream ended. After each, whoever listened may come back, here or at another node, and go
 * on behind the last event that it took.
 */
public enum StreamEnd {
  /** The node stops; another one goes on. */
  STOPPING("this node is stopping, go on at another"),
  /** The listener had taken nothing for so long that too much has gathered for it. */
  LAGGED("too much was not taken"),
  /** The listener did not take what it was sent last, in all the time that it had. */
  STALLED("nothing was taken for too long"),
  /** The journal has an event that this node cannot read; a newer one perhaps can. */
  UNREADABLE("this node cannot read an event, go on at another"),
  /** Something failed here that nobody expected. */
  FAILED("this node failed");

  private final String detail;

  StreamEnd(String detail) {
    this.detail = detail;
  }

  /** A sentence for people. */
  public String detail() {
    return detail;
  }
}
