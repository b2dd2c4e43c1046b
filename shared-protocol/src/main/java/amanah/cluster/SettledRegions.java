package amanah.cluster;

import akka.actor.ActorRef;
import akka.actor.ActorSystem;
import akka.cluster.sharding.ShardCoordinator;
import akka.cluster.sharding.ShardCoordinator.ActorSystemDependentAllocationStrategy;
import akka.cluster.sharding.ShardCoordinator.ShardAllocationStrategy;
import com.typesafe.config.Config;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Set;
import scala.collection.immutable.Set$;
import scala.concurrent.Future;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Puts shards where the fewest are, but none on a node that has just come as long as there are
 * others: it is cold and busy with its own start, and what a shard is sent while it moves waits for
 * it, or is lost and asked for again. Callers at its door warm it up in the meantime. See decision
 * 0013.
 *
 * <p>One belongs to the coordinator of one kind of entity, which asks it one question at a time.
 */
public final class SettledRegions implements ActorSystemDependentAllocationStrategy {

  private final ShardAllocationStrategy fewest;
  private final Duration settleTime;
  private final LongSupplier nanoTime;
  private final Map<ActorRef, Long> seenNanos = new HashMap<>();

  SettledRegions(ShardAllocationStrategy fewest, Duration settleTime, LongSupplier nanoTime) {
    this.fewest = fewest;
    this.settleTime = settleTime;
    this.nanoTime = nanoTime;
  }

  /** By the settings: {@code cluster.conf} says what each is for. */
  public static ShardAllocationStrategy of(Config config) {
    Config limits = config.getConfig("akka.cluster.sharding.least-shard-allocation-strategy");
    return new SettledRegions(
        ShardCoordinator.leastShardAllocationStrategy(
            limits.getInt("rebalance-absolute-limit"),
            limits.getDouble("rebalance-relative-limit")),
        config.getDuration("amanah.cluster.settle-time"),
        System::nanoTime);
  }

  @Override
  public void start(ActorSystem system) {
    if (fewest instanceof ActorSystemDependentAllocationStrategy dependent) {
      dependent.start(system);
    }
  }

  @Override
  public Future<ActorRef> allocateShard(
      ActorRef requester,
      String shardId,
      scala.collection.immutable.Map<ActorRef, IndexedSeq<String>> regions) {
    scala.collection.immutable.Map<ActorRef, IndexedSeq<String>> settled = settled(regions);
    return fewest.allocateShard(requester, shardId, settled.isEmpty() ? regions : settled);
  }

  @Override
  public Future<Set<String>> rebalance(
      scala.collection.immutable.Map<ActorRef, IndexedSeq<String>> regions, Set<String> underWay) {
    scala.collection.immutable.Map<ActorRef, IndexedSeq<String>> settled = settled(regions);
    return settled.isEmpty()
        ? Future.successful(Set$.MODULE$.empty())
        : fewest.rebalance(settled, underWay);
  }

  private scala.collection.immutable.Map<ActorRef, IndexedSeq<String>> settled(
      scala.collection.immutable.Map<ActorRef, IndexedSeq<String>> regions) {
    Map<ActorRef, IndexedSeq<String>> all = CollectionConverters.asJava(regions);
    long now = nanoTime.getAsLong();
    seenNanos.keySet().retainAll(all.keySet());
    Map<ActorRef, IndexedSeq<String>> settled =
        all.entrySet().stream()
            .filter(region -> now - seen(region.getKey(), now) >= settleTime.toNanos())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return scala.collection.immutable.Map.from(CollectionConverters.asScala(settled));
  }

  private long seen(ActorRef region, long now) {
    return seenNanos.computeIfAbsent(region, first -> now);
  }
}
