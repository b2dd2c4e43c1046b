package amanah.campaign.zakat;

import amanah.protocol.zakat.ZakatReported;

/** What a sweep hears; all of it is its own business. */
public sealed interface SweepMessage {

  /** Time to look. */
  record Due() implements SweepMessage {}

  /** A page of campaigns that have zakat has been read. */
  record PageRead(SweptPage page) implements SweepMessage {}

  /** The calculator's answer about the campaigns of a page. */
  record Answered(ZakatReported answer, SweptPage page) implements SweepMessage {}

  /** Something did not answer; this sweep is over. */
  record Failed(String what, Throwable failure) implements SweepMessage {}
}
