package amanah.campaign.ledger;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.persistence.typed.EventAdapter;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.RecoveryCompleted;
import akka.persistence.typed.SnapshotAdapter;
import akka.persistence.typed.javadsl.CommandHandlerWithReply;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.EventSourcedBehaviorWithEnforcedReplies;
import akka.persistence.typed.javadsl.ReplyEffect;
import akka.persistence.typed.javadsl.SignalHandler;
import amanah.campaign.domain.Campaign;
import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignSnapshot;
import amanah.campaign.domain.Decision;
import amanah.campaign.domain.Refusal;
import amanah.campaign.journal.CampaignJournal;
import amanah.cluster.Quorum;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.time.Timekeeper;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The authority on one campaign: the only writer of its journal. It decides by the rules of the
 * domain, answers after the commit, and hands the committed campaign up to its owner, so that
 * nobody has to ask it for reads.
 *
 * <p>It must never have more than a few messages unanswered. While a write is in flight Akka keeps
 * further messages aside and afterwards unwinds those that write nothing on one stack: some five
 * hundred of them end the JVM. {@link amanah.campaign.entity.CampaignRoot} and the batcher hold
 * that bound.
 *
 * <p>It speaks only while its node is in touch with a majority, for else a successor may be at work
 * elsewhere: without it no write is begun, and neither yes nor no is told. What the journal has
 * taken is true whoever else speaks; what nothing was written for, a refusal or a replay, waits for
 * a majority's word.
 *
 * <p>When the journal fails it fails as well; its supervisor starts it again after a while, it
 * reads the journal and knows the truth.
 */
public final class CampaignLedger
    extends EventSourcedBehaviorWithEnforcedReplies<LedgerMessage, CampaignEvent, Campaign> {

  /** The first part of the persistence id of every campaign; never to be changed. */
  public static final String ENTITY_TYPE = "campaign";

  private final ActorContext<LedgerMessage> context;
  private final CampaignId campaignId;
  private final ActorRef<? super LedgerNotice> owner;
  private final Timekeeper time;
  private final InstantSource clock;
  private final Snapshots snapshots;
  private final Quorum quorum;
  private final SnapshotPolicy snapshotPolicy = new SnapshotPolicy();
  private final EventMarking marking = new EventMarking();
  private boolean snapshotInFlight;

  private CampaignLedger(
      ActorContext<LedgerMessage> context,
      CampaignId campaignId,
      ActorRef<? super LedgerNotice> owner,
      Snapshots snapshots,
      Timekeeper time,
      InstantSource clock,
      Quorum quorum) {
    super(persistenceId(campaignId));
    this.context = context;
    this.campaignId = campaignId;
    this.owner = owner;
    this.snapshots = snapshots;
    this.time = time;
    this.clock = clock;
    this.quorum = quorum;
  }

  /**
   * The ledger of a campaign.
   *
   * @param owner gets the committed campaign after recovery and after each commit
   * @param snapshots keeps what a later recovery starts from
   * @param time of what it writes
   * @param clock by which those who ask say how long they wait; it may jump where the time does not
   * @param quorum whether it may speak for the campaign
   */
  public static Behavior<LedgerMessage> create(
      CampaignId campaignId,
      ActorRef<? super LedgerNotice> owner,
      Snapshots snapshots,
      Timekeeper time,
      InstantSource clock,
      Quorum quorum) {
    return Behaviors.setup(
        context -> new CampaignLedger(context, campaignId, owner, snapshots, time, clock, quorum));
  }

  /** The name of a campaign's event stream. */
  public static PersistenceId persistenceId(CampaignId campaignId) {
    return PersistenceId.of(ENTITY_TYPE, campaignId.value());
  }

  /** The campaign whose event stream has that name. */
  public static CampaignId campaignId(String persistenceId) {
    return CampaignId.of(persistenceId.substring(ENTITY_TYPE.length() + 1));
  }

  @Override
  public String journalPluginId() {
    return CampaignJournal.PLUGIN;
  }

  @Override
  public String snapshotPluginId() {
    return CampaignJournal.SNAPSHOT_PLUGIN;
  }

  @Override
  public Campaign emptyState() {
    return Campaign.unopened(campaignId);
  }

  @Override
  public CommandHandlerWithReply<LedgerMessage, CampaignEvent, Campaign> commandHandler() {
    return this::onMessage;
  }

  private ReplyEffect<CampaignEvent, Campaign> onMessage(Campaign campaign, LedgerMessage message) {
    return switch (message) {
      case LedgerMessage.Execute execute -> onExecute(campaign, execute);
      case LedgerMessage.Locate locate -> onLocate(campaign, locate);
      case LedgerMessage.LocateAll locate -> onLocateAll(campaign, locate);
      case LedgerMessage.SnapshotSettled settled -> onSnapshotSettled(campaign, settled);
    };
  }

  private ReplyEffect<CampaignEvent, Campaign> onExecute(
      Campaign campaign, LedgerMessage.Execute execute) {
    if (!quorum.held()) {
      return Effect().reply(execute.replyTo(), withheld(execute.ticket(), Refusal.UNAVAILABLE));
    }
    if (clock.instant().isAfter(execute.askedUntil())) {
      return Effect().reply(execute.replyTo(), new LedgerReply.Late(execute.ticket()));
    }
    Decision decision = campaign.decide(execute.command(), time.now());
    if (decision.events().isEmpty()) {
      return told(
          execute.replyTo(),
          new LedgerReply.Answered(execute.ticket(), decision.answer(), campaign.summary()),
          execute.ticket());
    }
    marking.of(campaign);
    return Effect()
        .persist(decision.events())
        .thenRun(committed -> handUp(decision, committed))
        .thenReply(execute.replyTo(), committed -> answered(execute, decision, committed));
  }

  private ReplyEffect<CampaignEvent, Campaign> onLocate(
      Campaign campaign, LedgerMessage.Locate locate) {
    return told(
        locate.replyTo(),
        new LedgerReply.Located(locate.ticket(), campaign.locate(locate.donationId())),
        locate.ticket());
  }

  /** Tells what nothing was written for, so that no commit has proven it. */
  private ReplyEffect<CampaignEvent, Campaign> told(
      ActorRef<? super LedgerReply> replyTo, LedgerReply answer, long ticket) {
    quorum.tell(replyTo, answer, withheld(ticket, Refusal.UNAVAILABLE));
    return Effect().noReply();
  }

  private ReplyEffect<CampaignEvent, Campaign> onLocateAll(
      Campaign campaign, LedgerMessage.LocateAll locate) {
    Map<DonationId, Long> sequences = new HashMap<>();
    for (DonationId donationId : locate.donationIds()) {
      campaign.sequenceOf(donationId).ifPresent(sequence -> sequences.put(donationId, sequence));
    }
    return Effect().reply(locate.replyTo(), new DonationsLocated(sequences));
  }

  /** A campaign that does not agree with its journal must not go on. */
  private void checkSequence(Campaign campaign) {
    if (campaign.sequence() != lastSequenceNumber(context)) {
      throw new IllegalStateException(
          "campaign %s counts %d events, its journal %d"
              .formatted(campaignId, campaign.sequence(), lastSequenceNumber(context)));
    }
  }

  private void handUp(Decision decision, Campaign committed) {
    checkSequence(committed);
    committed
        .summary()
        .ifPresent(summary -> owner.tell(new LedgerNotice.Committed(decision.events(), summary)));
    keepSnapshotIfDue(committed);
  }

  private void keepSnapshotIfDue(Campaign committed) {
    if (!snapshotInFlight && snapshotPolicy.isDue(committed.donations())) {
      snapshotInFlight = true;
      snapshotPolicy.taken();
      context.pipeToSelf(
          snapshots.keep(persistenceId(), committed.snapshot()),
          (kept, failure) -> new LedgerMessage.SnapshotSettled(Optional.ofNullable(failure)));
    }
  }

  private ReplyEffect<CampaignEvent, Campaign> onSnapshotSettled(
      Campaign campaign, LedgerMessage.SnapshotSettled settled) {
    snapshotInFlight = false;
    settled.failure().ifPresent(failure -> onSnapshotFailed(campaign, failure));
    return Effect().noReply();
  }

  private void onSnapshotFailed(Campaign campaign, Throwable failure) {
    snapshotPolicy.failed(campaign.donations());
    context
        .getLog()
        .warn(
            "the snapshot of campaign {} was not kept, its recovery takes longer: {}",
            campaignId,
            failure.getMessage());
  }

  private LedgerReply answered(
      LedgerMessage.Execute execute, Decision decision, Campaign campaign) {
    return quorum.held()
        ? new LedgerReply.Answered(execute.ticket(), decision.answer(), campaign.summary())
        : withheld(execute.ticket(), Refusal.TIMEOUT);
  }

  private static LedgerReply withheld(long ticket, Refusal refusal) {
    return new LedgerReply.Withheld(ticket, refusal, Quorum.LOST);
  }

  @Override
  public EventAdapter<CampaignEvent, CampaignEvent> eventAdapter() {
    return marking;
  }

  @Override
  public EventHandler<Campaign, CampaignEvent> eventHandler() {
    return this::onEvent;
  }

  private Campaign onEvent(Campaign campaign, CampaignEvent event) {
    snapshotPolicy.journaled(
        event instanceof CampaignEvent.DonationsRecorded recorded
            ? recorded.donations().size()
            : 0);
    return campaign.evolve(event);
  }

  @Override
  public SnapshotAdapter<Campaign> snapshotAdapter() {
    return new SnapshotAdapter<>() {
      @Override
      public Object toJournal(Campaign campaign) {
        return campaign.snapshot();
      }

      @Override
      public Campaign fromJournal(Object snapshot) {
        return snapshot instanceof Campaign restored
            ? restored
            : Campaign.restore((CampaignSnapshot) snapshot);
      }
    };
  }

  @Override
  public SignalHandler<Campaign> signalHandler() {
    return newSignalHandlerBuilder()
        .onSignal(RecoveryCompleted.instance(), this::onRecovered)
        .build();
  }

  private void onRecovered(Campaign campaign) {
    checkSequence(campaign);
    owner.tell(new LedgerNotice.Recovered(campaign.summary()));
  }
}
