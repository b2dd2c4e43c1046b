package amanah.deploy.faults.database;

/** What a proxy does to commits while it is armed. */
public enum Stroke {
  /** The server has committed and says so; nobody hears it, the connection is cut instead. */
  REPLY_CUT,
  /** The client says COMMIT and is cut off; the server hears it two seconds later. */
  LATE_COMMIT
}
