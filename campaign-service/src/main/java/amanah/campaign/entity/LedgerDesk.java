package amanah.campaign.entity;

import akka.actor.typed.ActorRef;
import amanah.campaign.domain.Refusal;
import amanah.campaign.ledger.LedgerMessage;
import amanah.campaign.ledger.LedgerReply;
import amanah.cluster.Asking;
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

  private final int inFlightMax;
  private final int waitingMax;
  private final InstantSource clock;
  private final Map<Long, ActorRef<CampaignReply>> inFlight = new LinkedHashMap<>();
  private final Deque<Errand> waiting = new ArrayDeque<>();
  private @Nullable ActorRef<LedgerMessage> ledger;
  private boolean ledgerFailed;
  private long lastTicket;

  /** A message for the ledger, made once it has its ticket. */
  private record Errand(
      LongFunction<LedgerMessage> message, Instant askedUntil, ActorRef<CampaignReply> replyTo) {}

  LedgerDesk(int inFlightMax, int waitingMax, InstantSource clock) {
    this.inFlightMax = inFlightMax;
    this.waitingMax = waitingMax;
    this.clock = clock;
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
      replyTo.tell(said(reply));
    }
    sendNext();
  }

  private static CampaignReply said(LedgerReply reply) {
    return switch (reply) {
      case LedgerReply.Answered answered ->
          new CampaignReply.Answered(answered.answer(), answered.campaign());
      case LedgerReply.Late late -> new CampaignReply.Refused(Refusal.TIMEOUT, Asking.LATE);
      case LedgerReply.Located located -> new CampaignReply.Located(located.location());
      case LedgerReply.Withheld withheld ->
          new CampaignReply.Refused(withheld.refusal(), withheld.detail());
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
        errand.replyTo().tell(new CampaignReply.Refused(Refusal.TIMEOUT, Asking.LATE));
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
