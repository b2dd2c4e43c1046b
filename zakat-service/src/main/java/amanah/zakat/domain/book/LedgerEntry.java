package amanah.zakat.domain.book;

import amanah.zakat.domain.fund.Distribution;
import java.time.Instant;

/** Something that came into the fund, was given back or was given away. */
public sealed interface LedgerEntry {

  /** Where it stands among all of them. */
  LedgerPlace place();

  /** When it was recorded. */
  Instant at();

  /** Gifts to a campaign, and what it gave back of them. */
  record Reported(LedgerPlace place, CampaignReport report, Instant at) implements LedgerEntry {}

  /** Zakat was given to recipients. */
  record Distributed(LedgerPlace place, Distribution distribution, Instant at)
      implements LedgerEntry {}
}
