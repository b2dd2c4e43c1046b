package amanah.campaign.entity;

import akka.Done;
import akka.actor.Cancellable;
import akka.actor.CoordinatedShutdown;
import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import akka.cluster.sharding.typed.ShardingEnvelope;
import akka.cluster.sharding.typed.javadsl.ClusterSharding;
import akka.cluster.sharding.typed.javadsl.Entity;
import akka.cluster.sharding.typed.javadsl.EntityContext;
import akka.cluster.sharding.typed.javadsl.EntityRef;
import akka.cluster.sharding.typed.javadsl.EntityTypeKey;
import amanah.campaign.ledger.CampaignLedger;
import amanah.cluster.SettledRegions;
import amanah.id.CampaignId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Where campaigns run: each on one node of the role, found by its id alone.
 *
 * <p>A node asks for the home of a shard when it needs it, and the one who knows may just have
 * died. So every node touches every shard every few seconds: a campaign on a healthy node is then
 * found by all healthy nodes, whoever else is gone.
 *
 * <p>A campaign that moves to another node, or goes to sleep, first finishes what it has: it is
 * told to leave, not stopped.
 */
public final class CampaignSharding {

  /** The role of the nodes that campaigns run on. */
  public static final String ROLE = "campaign";

  private static final EntityTypeKey<CampaignMessage> TYPE =
      EntityTypeKey.create(CampaignMessage.class, CampaignLedger.ENTITY_TYPE);

  private static final Duration HOMES_INTERVAL = Duration.ofSeconds(3);

  private final ClusterSharding sharding;
  private final ActorRef<ShardingEnvelope<CampaignMessage>> region;

  /** The kind of entity, to ask where its shards are. */
  public static EntityTypeKey<CampaignMessage> type() {
    return TYPE;
  }

  private CampaignSharding(
      ClusterSharding sharding, ActorRef<ShardingEnvelope<CampaignMessage>> region) {
    this.sharding = sharding;
    this.region = region;
  }

  /** Begins to run campaigns on this node, if it has the role, and to find them on all. */
  public static CampaignSharding start(ActorSystem<?> system, CampaignEnvironment environment) {
    requireShardCount(system);
    ClusterSharding sharding = ClusterSharding.get(system);
    ActorRef<ShardingEnvelope<CampaignMessage>> region =
        sharding.init(
            Entity.of(TYPE, entity -> root(entity, environment))
                .withRole(ROLE)
                .withAllocationStrategy(SettledRegions.of(system.settings().config()))
                .withMessageExtractor(CampaignShards.extractor())
                .withStopMessage(new CampaignMessage.Leave()));
    List<String> marks = CampaignShards.marks();
    Cancellable touching =
        system
            .scheduler()
            .scheduleWithFixedDelay(
                Duration.ZERO,
                HOMES_INTERVAL,
                () -> marks.forEach(mark -> region.tell(touch(mark))),
                system.executionContext());
    endWithNode(system, touching);
    return new CampaignSharding(sharding, region);
  }

  /** A region that is asked for a shard while it hands over waits for a home that is none. */
  private static void endWithNode(ActorSystem<?> system, Cancellable touching) {
    CoordinatedShutdown.get(system)
        .addTask(
            CoordinatedShutdown.PhaseBeforeServiceUnbind(),
            "touch-no-shard",
            () -> {
              touching.cancel();
              return CompletableFuture.completedFuture(Done.getInstance());
            });
  }

  private static ShardingEnvelope<CampaignMessage> touch(String mark) {
    return new ShardingEnvelope<>(mark, new CampaignMessage.Leave());
  }

  private static void requireShardCount(ActorSystem<?> system) {
    int shards = system.settings().config().getInt("akka.cluster.sharding.number-of-shards");
    if (shards != CampaignShards.COUNT) {
      throw new IllegalArgumentException(
          "number-of-shards %d, expected %d, which is for ever"
              .formatted(shards, CampaignShards.COUNT));
    }
  }

  private static Behavior<CampaignMessage> root(
      EntityContext<CampaignMessage> entity, CampaignEnvironment environment) {
    if (CampaignShards.isMark(entity.getEntityId())) {
      return Behaviors.receiveMessage(touched -> Behaviors.stopped());
    }
    return Behaviors.setup(
        context ->
            CampaignRoot.create(
                CampaignId.of(entity.getEntityId()),
                environment,
                () -> entity.getShard().tell(new ClusterSharding.Passivate<>(context.getSelf()))));
  }

  /** Asks a campaign to say once when it has an event after that number. */
  public void follow(CampaignId campaignId, long after, ActorRef<CampaignStirred> replyTo) {
    campaign(campaignId).tell(new CampaignMessage.Follow(after, replyTo));
  }

  /** The campaign of that id, wherever it runs. */
  public EntityRef<CampaignMessage> campaign(CampaignId campaignId) {
    return sharding.entityRefFor(TYPE, campaignId.value());
  }

  /** Wakes the campaign up, if it sleeps, to see whether all of its zakat is reported. */
  public void lookForZakat(CampaignId campaignId) {
    region.tell(new ShardingEnvelope<>(campaignId.value(), new CampaignMessage.LookForZakat()));
  }
}
