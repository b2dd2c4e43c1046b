package amanah.campaign.entity;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.PostStop;
import akka.actor.typed.Signal;
import akka.actor.typed.javadsl.AbstractOnMessageBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import amanah.campaign.batching.BatcherCounters;
import amanah.campaign.batching.BatcherMessage;
import amanah.campaign.batching.BatcherReply;
import amanah.campaign.domain.Campaign;
import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.Refusal;
import amanah.campaign.ledger.LedgerMessage;
import amanah.campaign.ledger.LedgerNotice;
import amanah.campaign.ledger.LedgerReply;
import amanah.campaign.monitor.MonitorMessage;
import amanah.cluster.Asking;
import amanah.cluster.Quorum;
import amanah.id.CampaignId;
import amanah.supervision.ChildAddresses;
import amanah.supervision.SupervisedTree;
import amanah.supervision.SupervisorNotice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The root of one campaign's small tree. It has the tree supervised, knows where each child is now,
 * and routes each message to the child it is for:
 *
 * <pre>
 *                         root ---- supervisor (rest_for_one)
 *      Donate  ------------+--------------> 2. batcher --+
 *      Execute, Locate ----+--- desk -----> 1. ledger <--+---> journal
 *      TrackView ----------+--------------> 3. monitor --+
 *      LookForZakat -------+--------------> 4. reporter ----> calculator
 *      Get: answered here, from what the ledger committed last
 * </pre>
 *
 * Reads never go through the ledger's mailbox, and the desk bounds what does: see {@link
 * amanah.campaign.ledger.CampaignLedger} for why that is a matter of life and death. A commit is
 * handed up before its writer is answered, so whoever has an answer reads his own write.
 */
public final class CampaignRoot extends AbstractOnMessageBehavior<RootMessage> {

  private static final Duration UNOPENED_STAY = Duration.ofSeconds(2);

  private final CampaignId campaignId;
  private final Runnable leave;
  private final BatcherCounters counters = new BatcherCounters();
  private final LedgerDesk desk;
  private final WaitingRoom waitingRoom;
  private final SupervisedTree tree;
  private final ActorRef<LedgerReply> ledgerAnswers;
  private ChildAddresses children = ChildAddresses.none();
  private Knowledge knowledge = new Knowledge.Nothing();
  private final CampaignEnvironment environment;
  private final UnjournaledViews views = new UnjournaledViews();
  private final CommitWaiters followers = new CommitWaiters();
  private boolean leaving;
  private boolean batcherDrained;

  private CampaignRoot(
      ActorContext<RootMessage> context,
      CampaignId campaignId,
      CampaignEnvironment environment,
      Runnable leave) {
    super(context);
    this.campaignId = campaignId;
    this.leave = leave;
    EntityLimits limits = environment.limits();
    this.environment = environment;
    this.desk =
        new LedgerDesk(
            limits.ledgerInFlightMax(), limits.commandsWaitingMax(), environment.clock());
    this.waitingRoom = new WaitingRoom(limits.startWaitingMax());
    this.ledgerAnswers = context.messageAdapter(LedgerReply.class, RootMessage.LedgerSaid::new);
    ActorRef<LedgerNotice> commits =
        context.messageAdapter(LedgerNotice.class, RootMessage.FromLedger::new);
    this.tree =
        SupervisedTree.start(
            context,
            CampaignTree.of(campaignId, environment, commits, counters),
            context.messageAdapter(SupervisorNotice.class, RootMessage.FromSupervisor::new),
            environment.elapsed(),
            environment.random());
  }

  /**
   * A campaign; it fails when its tree fails for good.
   *
   * @param leave asks the shard to let it go, which it does when nobody has opened it
   */
  public static Behavior<CampaignMessage> create(
      CampaignId campaignId, CampaignEnvironment environment, Runnable leave) {
    Behavior<RootMessage> root =
        Behaviors.setup(context -> new CampaignRoot(context, campaignId, environment, leave));
    return Behaviors.transformMessages(
        CampaignMessage.class,
        root,
        messages -> messages.match(CampaignMessage.class, RootMessage.FromCaller::new));
  }

  @Override
  public Behavior<RootMessage> onMessage(RootMessage message) {
    switch (message) {
      case RootMessage.FromCaller caller -> onCaller(caller.message());
      case RootMessage.FromSupervisor supervisor -> onSupervisor(supervisor.notice());
      case RootMessage.FromLedger ledger -> onLedger(ledger.notice());
      case RootMessage.LedgerSaid said -> desk.answered(said.reply());
      case RootMessage.LeaveIfUnopened leave -> onLeaveIfUnopened();
      case RootMessage.BatcherSaid said ->
          batcherDrained = said.reply() instanceof BatcherReply.Reported;
      case RootMessage.LeaveAnyway leave -> {
        getContext().getLog().warn("campaign {} leaves before it has finished", campaignId);
        return Behaviors.stopped();
      }
    }
    if (leaving && hasFinished()) {
      tree.stop();
    }
    return this;
  }

  /**
   * Leaves signals unhandled, where the superclass would swallow them: the pill that passivates the
   * entity has to stop it, and the end of the tree has to fail it. Nobody is left without answer.
   */
  @Override
  public Behavior<RootMessage> onSignal(Signal signal) {
    if (tree.hasStopped(signal)) {
      return Behaviors.stopped();
    }
    if (signal instanceof PostStop) {
      desk.ledgerDown();
      waitingRoom.close();
    }
    return Behaviors.unhandled();
  }

  private void onCaller(CampaignMessage message) {
    switch (message) {
      case CampaignMessage.Donate donate -> onDonate(donate);
      case CampaignMessage.Execute execute -> onExecute(execute);
      case CampaignMessage.Locate locate -> onLocate(locate);
      case CampaignMessage.Get get -> onceRead(get, campaign -> see(campaign, get.replyTo()));
      case CampaignMessage.TrackView view -> onceRead(view, campaign -> onView(campaign, view));
      case CampaignMessage.GetBatcher get -> onceRead(get, campaign -> onGetBatcher(campaign, get));
      case CampaignMessage.FlushBatcher flush ->
          onceRead(flush, campaign -> onFlush(campaign, flush));
      case CampaignMessage.LookForZakat look -> CampaignTree.lookForZakat(children);
      case CampaignMessage.Follow follow -> followers.add(follow);
      case CampaignMessage.Leave leave -> onLeave();
    }
  }

  /**
   * The shard moves or puts the campaign to sleep: what came before this message is still written
   * and answered, and nothing comes after it but from the tree.
   */
  private void onLeave() {
    leaving = true;
    getContext()
        .scheduleOnce(
            environment.limits().leaveTimeout(),
            getContext().getSelf(),
            new RootMessage.LeaveAnyway());
    drainBatcher();
  }

  private void drainBatcher() {
    ActorRef<BatcherReply> drained =
        getContext().messageAdapter(BatcherReply.class, RootMessage.BatcherSaid::new);
    children
        .find(CampaignTree.BATCHER)
        .ifPresent(batcher -> batcher.tell(new BatcherMessage.Flush(Optional.empty(), drained)));
  }

  /** A ledger that failed has nothing to finish: its callers were told. */
  private boolean hasFinished() {
    boolean drained = batcherDrained || children.find(CampaignTree.BATCHER).isEmpty();
    return waitingRoom.isClosed() || (drained && desk.isIdle() && waitingRoom.isEmpty());
  }

  private void onDonate(CampaignMessage.Donate donate) {
    if (environment.clock().instant().isAfter(donate.askedUntil())) {
      donate.refuse(Refusal.TIMEOUT, Asking.LATE);
      return;
    }
    children
        .find(CampaignTree.BATCHER)
        .ifPresentOrElse(
            batcher ->
                batcher.tell(
                    new BatcherMessage.Donate(
                        donate.donations(), donate.askedUntil(), donate.replyTo())),
            () -> waitingRoom.await(donate));
  }

  private void onExecute(CampaignMessage.Execute execute) {
    desk.take(
        ticket ->
            new LedgerMessage.Execute(
                ticket, execute.command(), execute.askedUntil(), ledgerAnswers),
        execute.askedUntil(),
        execute.replyTo());
  }

  private void onLocate(CampaignMessage.Locate locate) {
    desk.take(
        ticket -> new LedgerMessage.Locate(ticket, locate.donationId(), ledgerAnswers),
        Instant.MAX,
        locate.replyTo());
  }

  private void onceRead(CampaignMessage message, Consumer<CampaignSummary> answer) {
    if (!environment.quorum().held()) {
      message.refuse(Refusal.UNAVAILABLE, Quorum.LOST);
      return;
    }
    switch (knowledge) {
      case Knowledge.Nothing nothing -> waitingRoom.await(message);
      case Knowledge.Unopened unopened ->
          message.refuse(
              environment.quorum(), Refusal.CAMPAIGN_NOT_FOUND, Campaign.notOpened(campaignId));
      case Knowledge.Committed committed -> answer.accept(committed.campaign());
    }
  }

  private void see(CampaignSummary campaign, ActorRef<CampaignReply> replyTo) {
    CampaignReply seen = new CampaignReply.Seen(views.addedTo(campaign));
    environment.quorum().tell(replyTo, seen, CampaignReply.Refused.unheard());
  }

  private void onView(CampaignSummary campaign, CampaignMessage.TrackView view) {
    children
        .find(CampaignTree.MONITOR)
        .ifPresent(
            monitor -> {
              views.viewed();
              monitor.tell(new MonitorMessage.Viewed());
            });
    see(campaign, view.replyTo());
  }

  private void onGetBatcher(CampaignSummary campaign, CampaignMessage.GetBatcher get) {
    children
        .find(CampaignTree.BATCHER)
        .ifPresentOrElse(
            batcher -> batcher.tell(new BatcherMessage.GetStatus(campaign, get.replyTo())),
            () -> get.replyTo().tell(new BatcherReply.Reported(counters.paused(campaign))));
  }

  private void onFlush(CampaignSummary campaign, CampaignMessage.FlushBatcher flush) {
    children
        .find(CampaignTree.BATCHER)
        .ifPresentOrElse(
            batcher ->
                batcher.tell(new BatcherMessage.Flush(Optional.of(campaign), flush.replyTo())),
            () -> waitingRoom.await(flush));
  }

  private void onSupervisor(SupervisorNotice notice) {
    children = children.after(notice);
    switch (notice) {
      case SupervisorNotice.ChildUp<?> up -> onUp(up);
      case SupervisorNotice.ChildDown down -> onDown(down);
      case SupervisorNotice.ChildStartFailed failed -> log(failed.key().name(), failed.cause());
    }
  }

  private void onUp(SupervisorNotice.ChildUp<?> up) {
    if (up.key() == CampaignTree.LEDGER) {
      waitingRoom.open();
      desk.ledgerUp(children.ref(CampaignTree.LEDGER));
    } else if (up.key() == CampaignTree.MONITOR) {
      views.forget();
    }
    observe(List.of());
    waitingRoom.clear().forEach(this::onCaller);
    if (leaving && up.key() == CampaignTree.BATCHER) {
      drainBatcher();
    }
  }

  private void onDown(SupervisorNotice.ChildDown down) {
    if (down.reason() instanceof SupervisorNotice.DownReason.Failed failed) {
      log(down.key().name(), failed.cause());
    }
    if (down.key() == CampaignTree.LEDGER) {
      desk.ledgerDown();
      waitingRoom.close();
    }
  }

  private void onLedger(LedgerNotice notice) {
    switch (notice) {
      case LedgerNotice.Recovered read -> onRead(read.campaign());
      case LedgerNotice.Committed committed -> onCommitted(committed);
    }
  }

  private void onRead(Optional<CampaignSummary> campaign) {
    knowledge = Knowledge.of(campaign);
    observe(List.of());
    waitingRoom.clear().forEach(this::onCaller);
    if (campaign.isEmpty()) {
      leaveLater();
    }
  }

  /** Ids that nobody opened, perhaps guessed ones, shall not crowd out campaigns. */
  private void leaveLater() {
    getContext()
        .scheduleOnce(UNOPENED_STAY, getContext().getSelf(), new RootMessage.LeaveIfUnopened());
  }

  private void onLeaveIfUnopened() {
    if (knowledge instanceof Knowledge.Unopened && desk.isIdle()) {
      leave.run();
    } else if (knowledge instanceof Knowledge.Unopened) {
      leaveLater();
    }
  }

  private void onCommitted(LedgerNotice.Committed committed) {
    views.journaled(committed.events());
    knowledge = new Knowledge.Committed(committed.campaign());
    observe(committed.events());
  }

  /** Shows the campaign, as it is after these events, to those who watch and who follow it. */
  private void observe(List<CampaignEvent> events) {
    if (knowledge instanceof Knowledge.Committed committed) {
      CampaignTree.show(children, events, committed.campaign());
      followers.moved(committed.campaign().sequence());
    }
  }

  private void log(String child, Throwable cause) {
    String why = cause.getMessage();
    getContext().getLog().warn("the {} of campaign {} failed: {}", child, campaignId, why);
  }
}
