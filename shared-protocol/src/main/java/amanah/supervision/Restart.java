package amanah.supervision;

/** When a child that ended by itself is started again; the names and meanings are OTP's. */
public enum Restart {
  /** Always: after a failure, and also after it stopped itself. */
  PERMANENT,

  /** Only after a failure; a child that stopped itself has done its work. */
  TRANSIENT,

  /**
   * Never, not even when it was stopped for a sibling's sake; its specification is then forgotten.
   */
  TEMPORARY;

  boolean follows(ChildEnd end) {
    return switch (this) {
      case PERMANENT -> true;
      case TRANSIENT -> end instanceof ChildEnd.Abnormal;
      case TEMPORARY -> false;
    };
  }
}
