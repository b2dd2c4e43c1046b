package amanah.cluster;

import akka.actor.Address;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.AskPattern;
import akka.cluster.sharding.ShardRegion;
import akka.cluster.sharding.typed.GetClusterShardingStats;
import akka.cluster.sharding.typed.javadsl.ClusterSharding;
import akka.cluster.sharding.typed.javadsl.EntityTypeKey;
import java.time.Duration;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;

/** Asks the regions of one kind of entity which shards they run. */
final class ShardPlaces {

  private static final Duration REGION_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration ALL_TIMEOUT = Duration.ofSeconds(4);

  private final ActorSystem<?> system;
  private final EntityTypeKey<?> kind;

  ShardPlaces(ActorSystem<?> system, EntityTypeKey<?> kind) {
    this.system = system;
    this.kind = kind;
  }

  /** By node; empty when nobody answers in time. */
  CompletionStage<SortedMap<String, SortedSet<Integer>>> read() {
    return AskPattern
        .<akka.cluster.sharding.typed.ClusterShardingQuery, ShardRegion.ClusterShardingStats>ask(
            ClusterSharding.get(system).shardState(),
            replyTo -> new GetClusterShardingStats(kind, REGION_TIMEOUT, replyTo),
            ALL_TIMEOUT,
            system.scheduler())
        .thenApply(ShardPlaces::byNode)
        .exceptionally(silent -> new TreeMap<>());
  }

  private static SortedMap<String, SortedSet<Integer>> byNode(
      ShardRegion.ClusterShardingStats stats) {
    SortedMap<String, SortedSet<Integer>> places = new TreeMap<>();
    stats.getRegions().forEach((address, region) -> places.put(name(address), numbers(region)));
    return places;
  }

  private static String name(Address address) {
    return address.toString();
  }

  private static SortedSet<Integer> numbers(ShardRegion.ShardRegionStats region) {
    SortedSet<Integer> numbers = new TreeSet<>();
    region.getStats().keySet().forEach(shard -> numbers.add(Integer.valueOf(shard)));
    return numbers;
  }
}
