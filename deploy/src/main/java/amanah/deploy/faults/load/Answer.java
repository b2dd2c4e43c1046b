package amanah.deploy.faults.load;

import com.fasterxml.jackson.databind.JsonNode;

/** What one try of a request told its caller: one of three classes, or a defect. */
public sealed interface Answer {

  /** What it comes to when patience ends with it: a refusal that is not definite is no answer. */
  default Answer unlessDefinite() {
    return this instanceof No no
        ? new Ambiguous(
            Ambiguous.Kind.UNKNOWN, "refused with " + no.code() + " while a try may be under way")
        : this;
  }

  /**
   * It is done.
   *
   * @param replayed whether this is the answer to an earlier try
   */
  record Yes(int status, JsonNode body, boolean replayed) implements Answer {}

  /** It is not done and never will be. */
  record No(int status, String code) implements Answer {}

  /**
   * It may or may not be done: the same request is to be sent again.
   *
   * @param kind why nobody knows
   */
  record Ambiguous(Kind kind, String detail) implements Answer {

    /** Why nobody knows. */
    public enum Kind {
      /** No connection: this try has certainly done nothing. */
      NOT_CONNECTED,
      /** The node said 503: not now. */
      NOT_NOW,
      /** The node said 504: it does not know itself. */
      UNKNOWN,
      /** The connection broke before the answer came. */
      BROKEN,
      /** No answer for as long as a caller waits. */
      SILENT
    }

    /** Whether it has to be sent again to know more. */
    boolean perhapsDone() {
      return kind != Kind.NOT_CONNECTED;
    }

    /** Whether this try may still be done; a node that says not now has done nothing. */
    boolean mayBeUnderWay() {
      return switch (kind) {
        case NOT_CONNECTED, NOT_NOW -> false;
        case UNKNOWN, BROKEN, SILENT -> true;
      };
    }
  }

  /** None of the classes: no caller could know what to do. */
  record Unclassified(int status, String code, String detail) implements Answer {}
}
