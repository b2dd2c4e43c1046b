package amanah.deploy.verify;

import java.util.Locale;

/** What is audited; each finding is of one of these. */
public enum Check {
  /** Sequence numbers of a campaign count from 1 without a hole. */
  SEQUENCE,
  /** No row is marked as deleted. */
  DELETED,
  /** Every row is of a known kind of stream, serializer and manifest. */
  MANIFEST,
  /** Every event's bytes are a whole event of their manifest. */
  CONTENT,
  /** The writer of a campaign changes only forward: A, B, A are two writers at a time. */
  WRITER,
  /** A campaign is opened by its first event, once, under its own id. */
  OPENING,
  /** Terms can hold: a positive goal, ascending milestones, one currency for ever. */
  TERMS,
  /** A donation id is accepted once in its campaign. */
  DUPLICATE,
  /** Amounts are more than nothing, and their sum can be held. */
  AMOUNT,
  /** Money is in the currency of the campaign's goal. */
  CURRENCY,
  /** Donations are accepted only while the campaign is active and has not ended. */
  CLOSED,
  /** A hard goal is never passed, at any prefix of the stream. */
  GOAL,
  /** Zakat goes only to campaigns that are eligible. */
  ZAKAT,
  /** Refunds are of known donations, each once, and never more than was captured. */
  REFUND,
  /** Milestones are recorded once, in order, and exactly when they are reached. */
  MILESTONE,
  /** The status moves along its lifecycle. */
  TRANSITION,
  /** A reminder is asked for once, and comes or is taken back once. */
  REMINDER,
  /** Views are only ever added. */
  VIEWS,
  /** A snapshot is not beyond its stream, and its totals are those of the journal there. */
  SNAPSHOT,
  /** Reports of zakat follow on one another, campaign by campaign, and not beyond its events. */
  POSITION,
  /** What is counted as a campaign's zakat is what its journal has up to the same event. */
  COUNTED,
  /** A campaign's zakat is counted within two minutes; what is younger is in flight. */
  UNCOUNTED,
  /** Zakat is given to one of the eight kinds of recipients, once, and never more than there is. */
  FUND,
  /** Whoever administers zakat has never got more than an eighth of what was collected. */
  AMIL,
  /** A gift towards an assessment, and each refund of it, counts there once. */
  PAYMENT,
  /** The API tells a campaign as the journal has it. */
  API_CAMPAIGN,
  /** The API tells a donation as the journal has it. */
  API_DONATION,
  /** The API tells the fund of zakat, and what was collected, as the journal has them. */
  API_FUND;

  /** Whether the API is needed for it. */
  boolean isOfApi() {
    return switch (this) {
      case API_CAMPAIGN, API_DONATION, API_FUND -> true;
      case SEQUENCE,
          DELETED,
          MANIFEST,
          CONTENT,
          WRITER,
          OPENING,
          TERMS,
          DUPLICATE,
          AMOUNT,
          CURRENCY,
          CLOSED,
          GOAL,
          ZAKAT,
          REFUND,
          MILESTONE,
          TRANSITION,
          REMINDER,
          VIEWS,
          SNAPSHOT,
          POSITION,
          COUNTED,
          UNCOUNTED,
          FUND,
          AMIL,
          PAYMENT ->
          false;
    };
  }

  /** Its name in tables and files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
