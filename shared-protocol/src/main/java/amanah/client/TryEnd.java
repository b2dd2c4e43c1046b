package amanah.client;

import amanah.protocol.EarlierTries;
import java.time.Duration;

/** How one try of a call ended. */
public sealed interface TryEnd {

  /** With yes. */
  record Answered() implements TryEnd {}

  /** Otherwise. */
  sealed interface Failed extends TryEnd {}

  /** With no, from a node or from what stands before it. */
  record Refused(String code, String detail) implements Failed {

    /** Whether an earlier try that is still under way could make it untrue. */
    public boolean canBeBelied() {
      return EarlierTries.canBelie(code);
    }
  }

  /** With a defect of the node, after which nobody knows anything and nobody should try again. */
  record Defect(String reason) implements Failed {}

  /** With not now, or with nothing: the same may be sent again under the same name. */
  sealed interface Later extends Failed {

    /** What happened, as a sentence. */
    String reason();

    /** Whether this try may have done it, or may still do it. */
    boolean perhapsDone();

    /** How long the node asked to be left alone. */
    default Duration leaveAlone() {
      return Duration.ZERO;
    }
  }

  /** Nobody was there: it did nothing. */
  record NotConnected(String reason) implements Later {

    @Override
    public boolean perhapsDone() {
      return false;
    }
  }

  /** The node said not now: it did nothing. */
  record NotNow(String reason, Duration leaveAlone) implements Later {

    @Override
    public boolean perhapsDone() {
      return false;
    }
  }

  /** The node does not know itself, or was silent for too long, or the connection broke. */
  record Unknown(String reason) implements Later {

    @Override
    public boolean perhapsDone() {
      return true;
    }
  }
}
