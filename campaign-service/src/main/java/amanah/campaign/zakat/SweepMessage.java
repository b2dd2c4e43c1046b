package amanah.campaign.zakat;

import amanah.protocol.zakat.ZakatReported;

/** What a sweep hears; all of it is its own business. */
public sealed interface SweepMessage {

  /** Time to look. */
  record Due() implements SweepMessage {}

  /** Time to go through all campaigns again. */
  record AgainDue() implements SweepMessage {}

  /** A page of campaigns that have zakat has been read. */
  record PageRead(SweptPage page) implements SweepMessage {}

  /** The journal could not be read. */
  record Unread(Throwable failure) implements SweepMessage {}

  /** The calculator has answered. */
  record Answered(ZakatReported answer) implements SweepMessage {}

  /** The calculator has not answered in time. */
  record Overdue() implements SweepMessage {}

  /** Another node goes on with it. */
  record Leave() implements SweepMessage {}
}
