package amanah.zakat.assessment;

import akka.actor.typed.Behavior;
import akka.actor.typed.PostStop;
import akka.actor.typed.Signal;
import akka.actor.typed.javadsl.AbstractOnMessageBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import amanah.cluster.Quorum;
import amanah.id.AssessmentId;
import amanah.supervision.ChildAddresses;
import amanah.supervision.ChildKey;
import amanah.supervision.ChildSpec;
import amanah.supervision.SupervisedTree;
import amanah.supervision.Supervision;
import amanah.supervision.SupervisorNotice;
import amanah.time.ElapsedTime;
import amanah.zakat.domain.RefusalCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The root of one assessment's small tree:
 *
 * <pre>
 *                   root ---- supervisor
 *      Make, Count --+-- desk --> ledger --> journal
 *      Get: answered here, from what the ledger committed last
 * </pre>
 *
 * Reads never go through the ledger's mailbox, and the desk lets one command into it at a time: see
 * {@link AssessmentLedger} for why.
 */
final class AssessmentRoot extends AbstractOnMessageBehavior<RootMessage> {

  private static final ChildKey<LedgerMessage> LEDGER = ChildKey.of("ledger");
  private static final Duration UNKNOWN_STAY = Duration.ofSeconds(2);

  private final AssessmentId assessmentId;
  private final AssessmentEnvironment environment;
  private final Runnable leave;
  private final SupervisedTree tree;
  private final LedgerDesk desk;
  private final List<AssessmentMessage.Get> readers = new ArrayList<>();
  private ChildAddresses children = ChildAddresses.none();
  private Knowledge knowledge = new Knowledge.Nothing();
  private boolean ledgerFailed;
  private boolean leaving;

  private AssessmentRoot(
      ActorContext<RootMessage> context,
      AssessmentId assessmentId,
      AssessmentEnvironment environment,
      Runnable leave) {
    super(context);
    this.assessmentId = assessmentId;
    this.environment = environment;
    this.leave = leave;
    var ledgerSays = context.messageAdapter(LedgerReply.class, RootMessage.FromLedger::new);
    this.desk = new LedgerDesk(assessmentId, environment, ledgerSays);
    AssessmentLimits limits = environment.limits();
    Supervision ledger =
        Supervision.oneForOne()
            .intensity(limits.restartsMax(), limits.restartPeriod())
            .child(
                ChildSpec.permanent(
                        LEDGER,
                        siblings ->
                            AssessmentLedger.create(assessmentId, ledgerSays, environment.time()))
                    .restartDelay(limits.restartDelay()));
    this.tree =
        SupervisedTree.start(
            context,
            ledger,
            context.messageAdapter(SupervisorNotice.class, RootMessage.FromSupervisor::new),
            ElapsedTime.ofMachine(),
            environment.random());
  }

  /**
   * An assessment; it fails when its tree fails for good.
   *
   * @param leave asks the shard to let it go, which it does when nobody has ever heard of it
   */
  static Behavior<AssessmentMessage> create(
      AssessmentId assessmentId, AssessmentEnvironment environment, Runnable leave) {
    Behavior<RootMessage> root =
        Behaviors.setup(context -> new AssessmentRoot(context, assessmentId, environment, leave));
    return Behaviors.transformMessages(
        AssessmentMessage.class,
        root,
        messages -> messages.match(AssessmentMessage.class, RootMessage.FromCaller::new));
  }

  @Override
  public Behavior<RootMessage> onMessage(RootMessage message) {
    switch (message) {
      case RootMessage.FromCaller caller -> onCaller(caller.message());
      case RootMessage.FromSupervisor supervisor -> onSupervisor(supervisor.notice());
      case RootMessage.FromLedger ledger -> onLedger(ledger.reply());
      case RootMessage.LeaveIfUnknown unknown -> onLeaveIfUnknown();
      case RootMessage.LeaveAnyway anyway -> {
        getContext().getLog().warn("assessment {} leaves before it has finished", assessmentId);
        return Behaviors.stopped();
      }
    }
    if (leaving && hasFinished()) {
      tree.stop();
    }
    return this;
  }

  /** Leaves signals unhandled: the end of the tree has to fail it. Nobody is left unanswered. */
  @Override
  public Behavior<RootMessage> onSignal(Signal signal) {
    if (tree.hasStopped(signal)) {
      return Behaviors.stopped();
    }
    if (signal instanceof PostStop) {
      onLedgerDown();
    }
    return Behaviors.unhandled();
  }

  private void onCaller(AssessmentMessage message) {
    switch (message) {
      case AssessmentMessage.Make make -> onMake(make);
      case AssessmentMessage.Count count -> desk.take(count);
      case AssessmentMessage.Get get -> onGet(get);
      case AssessmentMessage.Leave ask -> onLeave();
    }
  }

  private void onMake(AssessmentMessage.Make make) {
    AssessmentSize.problem(make.request(), make.answer())
        .ifPresentOrElse(
            problem -> make.refuse(assessmentId, RefusalCode.INVALID_FIELD, problem),
            () -> desk.take(make));
  }

  private void onGet(AssessmentMessage.Get get) {
    if (!environment.quorum().held()) {
      refuse(get, RefusalCode.UNAVAILABLE, Quorum.LOST);
      return;
    }
    switch (knowledge) {
      case Knowledge.Nothing nothing -> await(get);
      case Knowledge.Unmade unmade ->
          answer(
              get,
              new AssessmentReply.Refused(
                  assessmentId,
                  RefusalCode.ASSESSMENT_NOT_FOUND,
                  "no assessment has the id \"" + assessmentId + "\""));
      case Knowledge.Made made -> answer(get, new AssessmentReply.Seen(made.assessment()));
    }
  }

  private void await(AssessmentMessage.Get get) {
    if (ledgerFailed) {
      refuse(get, RefusalCode.UNAVAILABLE, LedgerDesk.AWAY);
    } else if (readers.size() >= environment.limits().waitingMax()) {
      refuse(get, RefusalCode.OVERLOADED, "the assessment is starting and too many wait for it");
    } else {
      readers.add(get);
    }
  }

  /**
   * The shard moves or puts the assessment to sleep: what came before this message is still written
   * and answered, and nothing comes after it but from the tree.
   */
  private void onLeave() {
    leaving = true;
    getContext()
        .scheduleOnce(
            environment.limits().leaveTimeout(),
            getContext().getSelf(),
            new RootMessage.LeaveAnyway());
  }

  /** A ledger that failed has nothing to finish: its callers were told. */
  private boolean hasFinished() {
    return ledgerFailed || (desk.isIdle() && readers.isEmpty());
  }

  private void onSupervisor(SupervisorNotice notice) {
    children = children.after(notice);
    switch (notice) {
      case SupervisorNotice.ChildUp<?> up -> {
        ledgerFailed = false;
        desk.ledgerUp(children.ref(LEDGER));
      }
      case SupervisorNotice.ChildDown down -> {
        if (!(down.reason() instanceof SupervisorNotice.DownReason.Stopped)) {
          log(down.reason().toString());
        }
        onLedgerDown();
      }
      case SupervisorNotice.ChildStartFailed failed -> log(failed.cause().toString());
    }
  }

  private void onLedgerDown() {
    ledgerFailed = true;
    desk.ledgerDown();
    List<AssessmentMessage.Get> waited = List.copyOf(readers);
    readers.clear();
    waited.forEach(get -> refuse(get, RefusalCode.UNAVAILABLE, LedgerDesk.AWAY));
  }

  private void onLedger(LedgerReply reply) {
    switch (reply) {
      case LedgerReply.Recovered recovered -> onRecovered(recovered);
      case LedgerReply.Answered answered -> {
        answered.assessment().ifPresent(stands -> knowledge = new Knowledge.Made(stands));
        desk.answered(answered);
      }
    }
  }

  private void onRecovered(LedgerReply.Recovered recovered) {
    knowledge = Knowledge.of(recovered.assessment());
    List<AssessmentMessage.Get> waited = List.copyOf(readers);
    readers.clear();
    waited.forEach(this::onGet);
    desk.ledgerRecovered();
    if (recovered.sequence() == 0) {
      leaveLater();
    }
  }

  /** Ids that nobody ever used, perhaps guessed ones, shall not crowd out assessments. */
  private void leaveLater() {
    getContext()
        .scheduleOnce(UNKNOWN_STAY, getContext().getSelf(), new RootMessage.LeaveIfUnknown());
  }

  private void onLeaveIfUnknown() {
    if (knowledge instanceof Knowledge.Unmade && desk.isIdle()) {
      leave.run();
    } else if (knowledge instanceof Knowledge.Unmade) {
      leaveLater();
    }
  }

  private void answer(AssessmentMessage.Get get, AssessmentReply answer) {
    get.answer(environment.quorum(), answer, assessmentId);
  }

  private void refuse(AssessmentMessage.Get get, RefusalCode code, String detail) {
    get.refuse(assessmentId, code, detail);
  }

  private void log(String cause) {
    getContext().getLog().warn("the ledger of assessment {} failed: {}", assessmentId, cause);
  }
}
