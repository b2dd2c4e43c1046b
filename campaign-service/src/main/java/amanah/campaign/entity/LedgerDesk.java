package amanah.campaign.entity;

import akka.actor.typed.ActorRef;
import amanah.campaign.domain.Answer;
import amanah.campaign.domain.Refusal;
import amanah.campaign.ledger.LedgerMessage;
import amanah.campaign.ledger.LedgerReply;
import amanah.cluster.Quorum;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The desk in front of the ledger: lets few commands in at a time, keeps a bounded number of others
 * waiting in order, and refuses the rest. Not thread-safe; the root owns it.
 */
final class LedgerDesk {

  /** To whom has given up. */
  static final String LATE = "it came to its turn too late, expected a retry with the same id";

  private final int inFlightMax;
  private final int waitingMax;
  private final InstantSource clock;
  private final Quorum quorum;
  private final Map<Long, ActorRef<CampaignReply>> inFlight = new LinkedHashMap<>();
  private final Deque<Errand> waiting = new ArrayDeque<>();
  private @Nullable ActorRef<LedgerMessage> ledger;
  private boolean ledgerFailed;
  private long lastTicket;

  /** A message for the ledger, made once it has its ticket. */
  private record Errand(
      LongFunction<LedgerMessage> message, Instant askedUntil, ActorRef<CampaignReply> replyTo) {}

  LedgerDesk(int inFlightMax, int waitingMax, InstantSource clock, Quorum quorum) {
    this.inFlightMax = inFlightMax;
    this.waitingMax = waitingMax;
    this.clock = clock;
    this.quorum = quorum;
  }

  /** Sends a message when its turn has come, unless whoever asks has given up by then. */
  void take(
      LongFunction<LedgerMessage> message, Instant askedUntil, ActorRef<CampaignReply> replyTo) {
    if (ledgerFailed) {
      replyTo.tell(unavailable());
    } else if (waiting.size() >= waitingMax) {
      replyTo.tell(
          new CampaignReply.Refused(
              Refusal.OVERLOADED,
              waiting.size() + " commands are waiting, expected fewer than " + waitingMax));
    } else {
      waiting.add(new Errand(message, askedUntil, replyTo));
      sendNext();
    }
  }

  /** The ledger has answered; passes the answer on and lets the next one in. */
  void answered(LedgerReply reply) {
    ActorRef<CampaignReply> replyTo = inFlight.remove(reply.ticket());
    if (replyTo != null) {
      replyTo.tell(fenced(reply));
    }
    sendNext();
  }

  /**
   * Whether the journal vouches for it: it was written, now or when a refund was first asked for.
   * That a campaign is already as somebody wants it is only what this node believes.
   */
  private static boolean isFenced(Answer answer) {
    return switch (answer) {
      case Answer.Accepted accepted -> !accepted.replayed();
      case Answer.RefundRecorded recorded -> true;
      case Answer.DonationsAnswered donations -> true;
      case Answer.Refused refused -> false;
    };
  }

  /** What was written is true; what was only looked up may be behind a successor's writes. */
  private CampaignReply fenced(LedgerReply reply) {
    return switch (reply) {
      case LedgerReply.Answered answered when !isFenced(answered.answer()) && !quorum.held() ->
          new CampaignReply.Refused(Refusal.TIMEOUT, Quorum.LOST);
      case LedgerReply.Answered answered ->
          new CampaignReply.Answered(answered.answer(), answered.campaign());
      case LedgerReply.Located located when !quorum.held() ->
          new CampaignReply.Refused(Refusal.UNAVAILABLE, Quorum.LOST);
      case LedgerReply.Located located -> new CampaignReply.Located(located.location());
    };
  }

  /** Whether nobody is at the desk. */
  boolean isIdle() {
    return inFlight.isEmpty() && waiting.isEmpty();
  }

  void ledgerUp(ActorRef<LedgerMessage> ref) {
    ledger = ref;
    ledgerFailed = false;
    sendNext();
  }

  /** The ledger is gone: what it had is unknown, what waits was not recorded. */
  void ledgerDown() {
    ledger = null;
    ledgerFailed = true;
    inFlight
        .values()
        .forEach(
            replyTo ->
                replyTo.tell(
                    new CampaignReply.Refused(
                        Refusal.TIMEOUT,
                        "the journal failed while it wrote, expected a retry with the same id")));
    inFlight.clear();
    waiting.forEach(errand -> errand.replyTo().tell(unavailable()));
    waiting.clear();
  }

  private void sendNext() {
    while (ledger != null && inFlight.size() < inFlightMax && !waiting.isEmpty()) {
      Errand errand = waiting.remove();
      if (clock.instant().isAfter(errand.askedUntil())) {
        errand.replyTo().tell(new CampaignReply.Refused(Refusal.TIMEOUT, LATE));
        continue;
      }
      lastTicket++;
      inFlight.put(lastTicket, errand.replyTo());
      ledger.tell(errand.message().apply(lastTicket));
    }
  }

  static CampaignReply.Refused unavailable() {
    return new CampaignReply.Refused(
        Refusal.UNAVAILABLE, "the campaign's journal is away, expected a retry with the same id");
  }
}
