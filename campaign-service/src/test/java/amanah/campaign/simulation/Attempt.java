package amanah.campaign.simulation;

import java.time.Instant;

/** One try of a caller's errand through one node. */
final class Attempt {

  private final Caller caller;
  private final Errand errand;
  private final int edge;
  private final Instant askedUntil;
  private final long acknowledgedBefore;
  private boolean open = true;

  /**
   * A try.
   *
   * @param edge the node that the caller asks
   * @param askedUntil when its node gives it up
   * @param acknowledgedBefore the highest sequence that any caller had heard of by then
   */
  Attempt(Caller caller, Errand errand, int edge, Instant askedUntil, long acknowledgedBefore) {
    this.caller = caller;
    this.errand = errand;
    this.edge = edge;
    this.askedUntil = askedUntil;
    this.acknowledgedBefore = acknowledgedBefore;
  }

  Caller caller() {
    return caller;
  }

  Errand errand() {
    return errand;
  }

  int edge() {
    return edge;
  }

  Instant askedUntil() {
    return askedUntil;
  }

  long acknowledgedBefore() {
    return acknowledgedBefore;
  }

  /** Ends it; whether nobody had before. */
  boolean close() {
    boolean first = open;
    open = false;
    return first;
  }
}
