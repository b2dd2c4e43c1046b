package amanah.zakat.assessment;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.RecoveryCompleted;
import akka.persistence.typed.javadsl.CommandHandlerWithReply;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.EventSourcedBehaviorWithEnforcedReplies;
import akka.persistence.typed.javadsl.ReplyEffect;
import akka.persistence.typed.javadsl.SignalHandler;
import amanah.id.AssessmentId;
import amanah.zakat.domain.assessment.AssessmentEvent;
import amanah.zakat.domain.assessment.Decision;
import amanah.zakat.domain.assessment.Obligation;
import amanah.zakat.journal.ZakatJournal;
import java.time.InstantSource;

/**
 * The authority on one assessment: the only writer of its journal. It decides by the rules of the
 * domain and answers after the commit, with the assessment as it stands then, so that nobody has to
 * ask it for reads.
 *
 * <p>It never has more than one message unanswered. While a write is in flight Akka keeps further
 * messages aside and afterwards unwinds those that write nothing on one stack: some five hundred of
 * them end the JVM. {@link LedgerDesk} sends the next one when the last was answered, so there is
 * never one to keep aside.
 *
 * <p>There are no snapshots: an assessment has at most {@link Obligation#MOVEMENTS_MAX} events and
 * one, which are read in one to two seconds.
 *
 * <p>When the journal fails it fails as well; its supervisor starts it again after a while, it
 * reads the journal and knows the truth.
 */
final class AssessmentLedger
    extends EventSourcedBehaviorWithEnforcedReplies<LedgerMessage, AssessmentEvent, Obligation> {

  /** The first part of the persistence id of every assessment; never to be changed. */
  static final String ENTITY_TYPE = "zakat-assessment";

  private static final String NO_SNAPSHOTS = "akka.persistence.no-snapshot-store";

  private final ActorContext<LedgerMessage> context;
  private final AssessmentId assessmentId;
  private final ActorRef<? super LedgerReply> owner;
  private final InstantSource clock;

  private AssessmentLedger(
      ActorContext<LedgerMessage> context,
      AssessmentId assessmentId,
      ActorRef<? super LedgerReply> owner,
      InstantSource clock) {
    super(persistenceId(assessmentId));
    this.context = context;
    this.assessmentId = assessmentId;
    this.owner = owner;
    this.clock = clock;
  }

  /**
   * The ledger of an assessment.
   *
   * @param owner is told when the journal has been read
   */
  static Behavior<LedgerMessage> create(
      AssessmentId assessmentId, ActorRef<? super LedgerReply> owner, InstantSource clock) {
    return Behaviors.setup(context -> new AssessmentLedger(context, assessmentId, owner, clock));
  }

  /** The name of an assessment's event stream. */
  static PersistenceId persistenceId(AssessmentId assessmentId) {
    return PersistenceId.of(ENTITY_TYPE, assessmentId.value());
  }

  @Override
  public String journalPluginId() {
    return ZakatJournal.PLUGIN;
  }

  @Override
  public String snapshotPluginId() {
    return NO_SNAPSHOTS;
  }

  @Override
  public Obligation emptyState() {
    return Obligation.unassessed(assessmentId);
  }

  @Override
  public CommandHandlerWithReply<LedgerMessage, AssessmentEvent, Obligation> commandHandler() {
    return this::onMessage;
  }

  private ReplyEffect<AssessmentEvent, Obligation> onMessage(
      Obligation obligation, LedgerMessage message) {
    Decision decision = obligation.decide(message.command(), clock.instant());
    if (decision.events().isEmpty()) {
      return Effect().reply(message.replyTo(), answered(message, decision, obligation));
    }
    return Effect()
        .persist(decision.events())
        .thenRun(this::checkSequence)
        .thenReply(message.replyTo(), committed -> answered(message, decision, committed));
  }

  /** An assessment that does not agree with its journal must not go on. */
  private void checkSequence(Obligation obligation) {
    if (obligation.sequence() != lastSequenceNumber(context)) {
      throw new IllegalStateException(
          "assessment %s counts %d events, its journal %d"
              .formatted(assessmentId, obligation.sequence(), lastSequenceNumber(context)));
    }
  }

  private static LedgerReply.Answered answered(
      LedgerMessage message, Decision decision, Obligation obligation) {
    return new LedgerReply.Answered(message.ticket(), decision.answer(), obligation.assessment());
  }

  @Override
  public EventHandler<Obligation, AssessmentEvent> eventHandler() {
    return Obligation::evolve;
  }

  @Override
  public SignalHandler<Obligation> signalHandler() {
    return newSignalHandlerBuilder()
        .onSignal(RecoveryCompleted.instance(), this::onRecovered)
        .build();
  }

  private void onRecovered(Obligation obligation) {
    checkSequence(obligation);
    owner.tell(new LedgerReply.Recovered(obligation.assessment(), obligation.sequence()));
  }
}
