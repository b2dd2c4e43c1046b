package amanah.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.ActorRef;
import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.typed.javadsl.Adapter;
import akka.cluster.sharding.ShardCoordinator.ShardAllocationStrategy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Set;
import scala.concurrent.Future;
import scala.jdk.javaapi.CollectionConverters;

/** Where shards go, and when. */
class SettledRegionsTest {

  private static final Duration SETTLE_TIME = Duration.ofSeconds(10);
  private static final List<String> MANY = List.of("1", "2", "3", "4");

  private final ActorTestKit kit = ActorTestKit.create();
  private final ActorRef old = region();
  private final ActorRef fresh = region();
  private final AtomicLong nanos = new AtomicLong();
  private final SettledRegions regions = new SettledRegions(new Fewest(), SETTLE_TIME, nanos::get);

  @AfterEach
  void stop() {
    kit.shutdownTestKit();
  }

  @Test
  void a_node_that_has_just_come_gets_no_shards_while_there_are_others() {
    seen(Map.of(old, MANY));
    pass(SETTLE_TIME);
    Map<ActorRef, List<String>> both = Map.of(old, MANY, fresh, List.of());

    assertThat(allocated(both)).isEqualTo(old);
    assertThat(moved(both)).isEmpty();

    pass(SETTLE_TIME.minusNanos(1));
    assertThat(allocated(both)).isEqualTo(old);
    assertThat(moved(both)).isEmpty();

    pass(Duration.ofNanos(1));
    assertThat(allocated(both)).isEqualTo(fresh);
    assertThat(moved(both)).containsExactly("1");
  }

  @Test
  void where_all_have_just_come_they_take_what_there_is() {
    pass(SETTLE_TIME.multipliedBy(10));

    assertThat(allocated(Map.of(old, MANY, fresh, List.of()))).isEqualTo(fresh);
    assertThat(moved(Map.of(old, MANY, fresh, List.of()))).isEmpty();
  }

  @Test
  void a_node_that_went_and_came_again_has_just_come() {
    seen(Map.of(old, MANY, fresh, List.of()));
    pass(SETTLE_TIME);
    seen(Map.of(old, MANY));

    assertThat(allocated(Map.of(old, MANY, fresh, List.of()))).isEqualTo(old);
  }

  private ActorRef region() {
    return Adapter.toClassic(kit.createTestProbe().ref());
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private void seen(Map<ActorRef, List<String>> shards) {
    allocated(shards);
  }

  private ActorRef allocated(Map<ActorRef, List<String>> shards) {
    return regions.allocateShard(old, "5", scala(shards)).value().get().get();
  }

  private java.util.Set<String> moved(Map<ActorRef, List<String>> shards) {
    return new TreeSet<>(
        CollectionConverters.asJava(
            regions.rebalance(scala(shards), Fewest.none()).value().get().get()));
  }

  private static scala.collection.immutable.Map<ActorRef, IndexedSeq<String>> scala(
      Map<ActorRef, List<String>> shards) {
    Map<ActorRef, IndexedSeq<String>> copy =
        shards.entrySet().stream()
            .collect(
                java.util.stream.Collectors.toMap(
                    Map.Entry::getKey,
                    entry -> CollectionConverters.asScala(entry.getValue()).toIndexedSeq()));
    return scala.collection.immutable.Map.from(CollectionConverters.asScala(copy));
  }

  /** Puts a shard where the fewest are, and moves the first of whoever has two more. */
  private static final class Fewest implements ShardAllocationStrategy {

    @Override
    public Future<ActorRef> allocateShard(
        ActorRef requester,
        String shardId,
        scala.collection.immutable.Map<ActorRef, IndexedSeq<String>> regions) {
      return Future.successful(
          CollectionConverters.asJava(regions).entrySet().stream()
              .min(Map.Entry.comparingByValue((a, b) -> Integer.compare(a.size(), b.size())))
              .orElseThrow()
              .getKey());
    }

    @Override
    public Future<Set<String>> rebalance(
        scala.collection.immutable.Map<ActorRef, IndexedSeq<String>> regions,
        Set<String> underWay) {
      List<IndexedSeq<String>> shards =
          CollectionConverters.asJava(regions).values().stream()
              .sorted((a, b) -> Integer.compare(a.size(), b.size()))
              .toList();
      IndexedSeq<String> most = shards.getLast();
      return Future.successful(
          most.size() > shards.getFirst().size() + 1 ? underWay.incl(most.apply(0)) : none());
    }

    static Set<String> none() {
      return scala.collection.immutable.Set$.MODULE$.empty();
    }
  }
}
