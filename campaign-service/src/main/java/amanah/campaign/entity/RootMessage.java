package amanah.campaign.entity;

import amanah.campaign.batching.BatcherReply;
import amanah.campaign.ledger.LedgerNotice;
import amanah.campaign.ledger.LedgerReply;
import amanah.supervision.SupervisorNotice;

/** What a campaign's root hears, from callers, from its shard and from its own tree. */
sealed interface RootMessage {

  record FromCaller(CampaignMessage message) implements RootMessage {}

  record FromSupervisor(SupervisorNotice notice) implements RootMessage {}

  record FromLedger(LedgerNotice notice) implements RootMessage {}

  record LedgerSaid(LedgerReply reply) implements RootMessage {}

  /** What the batcher said when it was asked to finish. */
  record BatcherSaid(BatcherReply reply) implements RootMessage {}

  record LeaveIfUnopened() implements RootMessage {}

  /** There is no more time to finish. */
  record LeaveAnyway() implements RootMessage {}
}
