package amanah.zakat.assessment;

import akka.actor.typed.ActorRef;
import amanah.cluster.Asking;
import amanah.cluster.Quorum;
import amanah.id.AssessmentId;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.assessment.Assessment;
import amanah.zakat.domain.assessment.AssessmentAnswer;
import amanah.zakat.domain.assessment.AssessmentCommand;
import amanah.zakat.domain.assessment.MovementOutcome;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The desk in front of the ledger. It lets one command in at a time and the next when that one was
 * answered; what comes meanwhile waits in order, up to a bound. Payments that wait behind one
 * another go in together. Not thread-safe; the root owns it.
 */
final class LedgerDesk {

  /** So many payments and refunds go into one write. */
  static final int TOGETHER_MAX = 100;

  private static final Logger LOG = LoggerFactory.getLogger(LedgerDesk.class);

  private static final String UNKNOWN =
      "the journal failed while it wrote, expected a retry with the same id";
  static final String AWAY = "the assessment's journal is away, expected a retry with the same id";

  private final AssessmentId assessmentId;
  private final int waitingMax;
  private final InstantSource clock;
  private final Quorum quorum;
  private final ActorRef<? super LedgerReply.Answered> answers;
  private final Deque<AssessmentMessage> waiting = new ArrayDeque<>();
  private List<AssessmentMessage> inFlight = List.of();
  private @Nullable ActorRef<LedgerMessage> ledger;
  private boolean ledgerFailed;
  private boolean ledgerReads = true;
  private long lastTicket;

  LedgerDesk(
      AssessmentId assessmentId,
      AssessmentEnvironment environment,
      ActorRef<? super LedgerReply.Answered> answers) {
    this.assessmentId = assessmentId;
    this.waitingMax = environment.limits().waitingMax();
    this.clock = environment.clock();
    this.quorum = environment.quorum();
    this.answers = answers;
  }

  /** Sends a request to make or to count when its turn has come, or says why not. */
  void take(AssessmentMessage message) {
    if (ledgerFailed) {
      refuse(message, RefusalCode.UNAVAILABLE, AWAY);
    } else if (waiting.size() >= waitingMax) {
      refuse(
          message,
          RefusalCode.OVERLOADED,
          waiting.size() + " requests are waiting, expected fewer than " + waitingMax);
    } else {
      waiting.add(message);
      sendNext();
    }
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

  /** The ledger has read its journal: what is sent before that would lie there past its time. */
  void ledgerRecovered() {
    ledgerReads = false;
    sendNext();
  }

  /** The ledger is gone: what it had is unknown, what waits was not recorded. */
  void ledgerDown() {
    ledger = null;
    ledgerFailed = true;
    ledgerReads = true;
    inFlight.forEach(message -> refuse(message, RefusalCode.TIMEOUT, UNKNOWN));
    inFlight = List.of();
    waiting.forEach(message -> refuse(message, RefusalCode.UNAVAILABLE, AWAY));
    waiting.clear();
  }

  /** The ledger has answered; passes the answer on and lets the next one in. */
  void answered(LedgerReply.Answered answered) {
    if (answered.ticket() != lastTicket || inFlight.isEmpty()) {
      return;
    }
    List<AssessmentMessage> asked = inFlight;
    inFlight = List.of();
    if (!quorum.held()) {
      // A successor may be at work: neither yes nor no is certain.
      asked.forEach(message -> refuse(message, RefusalCode.TIMEOUT, Quorum.LOST));
    } else {
      pass(answered.answer(), answered.assessment(), asked);
    }
    sendNext();
  }

  private void pass(
      AssessmentAnswer answer, Optional<Assessment> assessment, List<AssessmentMessage> asked) {
    switch (answer) {
      case AssessmentAnswer.Made made ->
          tell(
              asked,
              new AssessmentReply.Made(assessment.orElseThrow(), made.replayed()),
              made.replayed() ? quorum : Quorum.always());
      case AssessmentAnswer.Counted counted -> counted(counted.outcomes(), asked);
      case AssessmentAnswer.Refused refused ->
          tell(
              asked,
              new AssessmentReply.Refused(assessmentId, refused.code(), refused.detail()),
              quorum);
    }
  }

  /** What nothing was written for, a no or a replay, waits for the quorum's word. */
  private void tell(List<AssessmentMessage> asked, AssessmentReply answer, Quorum word) {
    asked.forEach(message -> message.answer(word, answer, assessmentId));
  }

  /** Also what can never be counted is answered so, for it need not come again. */
  private void counted(List<MovementOutcome> outcomes, List<AssessmentMessage> asked) {
    for (int index = 0; index < outcomes.size(); index++) {
      AssessmentMessage.Count count = (AssessmentMessage.Count) asked.get(index);
      if (outcomes.get(index) instanceof MovementOutcome.Refused refused) {
        LOG.warn(
            "assessment {} does not count a payment: {}: {}",
            assessmentId,
            refused.code(),
            refused.detail());
      }
      count.replyTo().tell(new AssessmentReply.Counted(count.campaignId(), count.zakat()));
    }
  }

  private void sendNext() {
    while (ledger != null && !ledgerReads && inFlight.isEmpty() && !waiting.isEmpty()) {
      if (!quorum.held()) {
        refuse(waiting.remove(), RefusalCode.UNAVAILABLE, Quorum.LOST);
        continue;
      }
      switch (waiting.element()) {
        case AssessmentMessage.Make make -> sendMake(ledger, make);
        case AssessmentMessage.Count first -> sendCounts(ledger);
        case AssessmentMessage.Get get -> throw noErrand(get);
        case AssessmentMessage.Leave leave -> throw noErrand(leave);
      }
    }
  }

  private void sendMake(ActorRef<LedgerMessage> to, AssessmentMessage.Make make) {
    waiting.remove();
    if (clock.instant().isAfter(make.askedUntil())) {
      refuse(make, RefusalCode.TIMEOUT, Asking.LATE);
    } else {
      send(to, new AssessmentCommand.Make(make.request(), make.answer()), List.of(make));
    }
  }

  private void sendCounts(ActorRef<LedgerMessage> to) {
    List<AssessmentMessage> together = new ArrayList<>();
    while (together.size() < TOGETHER_MAX
        && waiting.peek() instanceof AssessmentMessage.Count count) {
      together.add(count);
      waiting.remove();
    }
    send(
        to,
        new AssessmentCommand.Count(
            together.stream()
                .map(message -> Movements.of((AssessmentMessage.Count) message))
                .toList()),
        together);
  }

  private void send(
      ActorRef<LedgerMessage> to, AssessmentCommand command, List<AssessmentMessage> asked) {
    lastTicket++;
    inFlight = asked;
    to.tell(new LedgerMessage(lastTicket, command, answers));
  }

  private void refuse(AssessmentMessage message, RefusalCode code, String detail) {
    message.refuse(assessmentId, code, detail);
  }

  private static IllegalStateException noErrand(AssessmentMessage message) {
    return new IllegalStateException(message + " is answered by the root, it has no errand");
  }
}
