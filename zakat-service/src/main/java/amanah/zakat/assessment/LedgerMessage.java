package amanah.zakat.assessment;

import akka.actor.typed.ActorRef;
import amanah.zakat.domain.assessment.AssessmentCommand;

/**
 * Decide a command, journal what follows from it, then answer. The sender must not have more than
 * one unanswered, see {@link AssessmentLedger}.
 *
 * @param ticket the sender's mark, returned with the answer
 */
record LedgerMessage(
    long ticket, AssessmentCommand command, ActorRef<? super LedgerReply.Answered> replyTo) {}
