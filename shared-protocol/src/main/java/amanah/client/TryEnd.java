package amanah.client;

import java.time.Duration;

/** How a try ended that was not answered with yes. */
sealed interface TryEnd {

  /** With no, from a node or from what stands before it. */
  record Refused(String code, String detail) implements TryEnd {}

  /**
   * With not now, or with nothing: the same may be sent again under the same name.
   *
   * @param reason as a sentence
   * @param perhapsDone whether this try may have done it, or may still do it
   * @param leaveAlone how long the node asked to be left alone
   */
  record Later(String reason, boolean perhapsDone, Duration leaveAlone) implements TryEnd {}

  /** With a defect, after which nobody knows anything and nobody should try again. */
  record Broken(String reason) implements TryEnd {}
}
