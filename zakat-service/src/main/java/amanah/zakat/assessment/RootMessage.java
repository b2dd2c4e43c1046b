package amanah.zakat.assessment;

import amanah.supervision.SupervisorNotice;

/** What an assessment's root hears, from callers, from its shard and from its own tree. */
sealed interface RootMessage {

  record FromCaller(AssessmentMessage message) implements RootMessage {}

  record FromSupervisor(SupervisorNotice notice) implements RootMessage {}

  record FromLedger(LedgerReply reply) implements RootMessage {}

  record LeaveIfUnknown() implements RootMessage {}

  /** There is no more time to finish. */
  record LeaveAnyway() implements RootMessage {}
}
