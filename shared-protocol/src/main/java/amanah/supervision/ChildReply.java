package amanah.supervision;

/** The answer to a command about one child: done, or the reason why not. */
public enum ChildReply {
  /** It is as was asked. */
  DONE,

  /** The supervisor does not know this child, or knows it no longer. */
  NOT_FOUND,

  /** The child is running; terminate it first. */
  RUNNING,

  /**
   * The supervisor is restarting the child, or the child is still in the hands of its first start.
   */
  RESTARTING,

  /** The child threw while it was started by this command; it stays down. This is no restart. */
  START_FAILED,

  /** An earlier command about the same child is not answered yet. A child bears one at a time. */
  BUSY,

  /** The supervisor is stopping. */
  CLOSING
}
