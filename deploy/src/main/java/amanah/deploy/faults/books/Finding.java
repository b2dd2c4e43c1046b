package amanah.deploy.faults.books;

import amanah.deploy.faults.history.Violation;

/**
 * Something that must not be.
 *
 * @param kind what promise it breaks
 * @param fault the ordinal of the fault in whose time it happened, -1 when that is not known
 * @param sentence what was found and what was expected
 */
public record Finding(Kind kind, int fault, String sentence) {

  /** The same, as the history of a campaign tells it. */
  static Finding of(Violation violation) {
    Kind kind =
        switch (violation.kind()) {
          case STALE_READ -> Kind.STALE_READ;
          case READ_AHEAD -> Kind.READ_AHEAD;
          case WRONG_READ -> Kind.WRONG_READ;
          case WRONG_NO -> Kind.WRONG_NO;
          case OUT_OF_ORDER -> Kind.OUT_OF_ORDER;
          case CHANGED_TWICE -> Kind.CHANGED_TWICE;
          case LOST -> Kind.LOST;
          case ALTERED -> Kind.ALTERED;
          case REFUSED_BUT_RECORDED -> Kind.REFUSED_BUT_RECORDED;
        };
    return new Finding(kind, violation.fault(), violation.sentence());
  }

  /** The promises. */
  public enum Kind {
    /** Acknowledged, and not in the journal. */
    LOST,
    /** In the journal more than once. */
    DOUBLED,
    /** Acknowledged with another amount or sequence number than it has in the journal. */
    ALTERED,
    /** Refused for good, and in the journal. */
    REFUSED_BUT_RECORDED,
    /** In the journal, and nobody sent it. */
    STRANGE,
    /** Recorded after the campaign's close. */
    AFTER_CLOSE,
    /** The campaign's sequence numbers have a hole. */
    GAP,
    /** A writer came back after another had written. */
    TWO_WRITERS,
    /** A refund that was acknowledged is not there once. */
    REFUND,
    /** The API's totals are not the journal's. */
    TOTALS,
    /** What is counted as zakat is not what the journal has. */
    COLLECTED,
    /** A read did not contain what had been acknowledged before it. */
    STALE_READ,
    /** An answer contained what nobody had asked for by then. */
    READ_AHEAD,
    /** An answer was never true. */
    WRONG_READ,
    /** A definite no that no state of its time justifies. */
    WRONG_NO,
    /** What was told as new lies before what had been told when it was asked for. */
    OUT_OF_ORDER,
    /** A change that was asked for once was done twice. */
    CHANGED_TWICE,
    /** A listener missed an event, had one twice, or had another than the journal's. */
    STREAM,
    /** Prices were told that were not the newest published. */
    PRICES,
    /** The fund is not what was collected less what was given, each once. */
    FUND,
    /** An assessment was made twice, or its payments are not those of its donations. */
    ASSESSMENT,
    /** A repeat was answered otherwise than the first time. */
    REPLAY,
    /** An answer that no caller can act on, or that the situation does not explain. */
    UNCLASSIFIED,
    /** Part of the books could not be checked, since nobody answered for long. */
    UNCHECKED,
    /** What the audit of the whole database says. */
    AUDIT,
    /** A campaign ended, though nobody ended it. */
    CLOSED_EARLY
  }
}
