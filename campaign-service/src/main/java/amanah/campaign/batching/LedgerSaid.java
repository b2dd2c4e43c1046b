package amanah.campaign.batching;

import amanah.campaign.ledger.LedgerReply;

/** The ledger's answer to the batch that is in flight. */
record LedgerSaid(LedgerReply reply) implements BatcherMessage.Note {}
