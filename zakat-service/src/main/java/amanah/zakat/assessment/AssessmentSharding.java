package amanah.zakat.assessment;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import akka.cluster.sharding.typed.javadsl.ClusterSharding;
import akka.cluster.sharding.typed.javadsl.Entity;
import akka.cluster.sharding.typed.javadsl.EntityContext;
import akka.cluster.sharding.typed.javadsl.EntityRef;
import akka.cluster.sharding.typed.javadsl.EntityTypeKey;
import amanah.cluster.SettledRegions;
import amanah.id.AssessmentId;

/**
 * Where assessments run: each on one node of the role, found by its id alone.
 *
 * <p>An assessment that moves to another node, or goes to sleep, first finishes what it has: it is
 * told to leave, not stopped.
 */
public final class AssessmentSharding {

  /** The role of the nodes that assessments run on. */
  public static final String ROLE = "zakat";

  private static final EntityTypeKey<AssessmentMessage> TYPE =
      EntityTypeKey.create(AssessmentMessage.class, AssessmentLedger.ENTITY_TYPE);

  private final ClusterSharding sharding;

  private AssessmentSharding(ClusterSharding sharding) {
    this.sharding = sharding;
  }

  /** The kind of entity, to ask where its shards are. */
  public static EntityTypeKey<AssessmentMessage> type() {
    return TYPE;
  }

  /** Begins to run assessments on this node, if it has the role, and to find them on all. */
  public static AssessmentSharding start(ActorSystem<?> system, AssessmentEnvironment environment) {
    ClusterSharding sharding = ClusterSharding.get(system);
    sharding.init(
        Entity.of(TYPE, entity -> root(entity, environment))
            .withRole(ROLE)
            .withAllocationStrategy(SettledRegions.of(system.settings().config()))
            .withMessageExtractor(AssessmentShards.extractor())
            .withStopMessage(new AssessmentMessage.Leave()));
    return new AssessmentSharding(sharding);
  }

  private static Behavior<AssessmentMessage> root(
      EntityContext<AssessmentMessage> entity, AssessmentEnvironment environment) {
    return Behaviors.setup(
        context ->
            AssessmentRoot.create(
                AssessmentId.of(entity.getEntityId()),
                environment,
                () -> entity.getShard().tell(new ClusterSharding.Passivate<>(context.getSelf()))));
  }

  /** The assessment of that id, wherever it runs. */
  public EntityRef<AssessmentMessage> assessment(AssessmentId assessmentId) {
    return sharding.entityRefFor(TYPE, assessmentId.value());
  }
}
