package amanah.cluster;

import akka.actor.typed.ActorSystem;
import akka.cluster.ClusterEvent.CurrentClusterState;
import akka.cluster.Member;
import akka.cluster.MemberStatus;
import akka.cluster.sharding.typed.javadsl.EntityTypeKey;
import akka.cluster.typed.Cluster;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The view that this node's cluster membership and its shard regions give. */
public final class ClusterWindow implements ClusterView {

  private final Cluster cluster;
  private final int shardCount;
  private final Map<String, ShardPlaces> kinds = new HashMap<>();

  /** What {@code system} sees, with the shards of these kinds of entities. */
  public ClusterWindow(ActorSystem<?> system, Collection<EntityTypeKey<?>> kinds) {
    this.cluster = Cluster.get(system);
    this.shardCount = system.settings().config().getInt("akka.cluster.sharding.number-of-shards");
    kinds.forEach(kind -> this.kinds.put(kind.name(), new ShardPlaces(system, kind)));
  }

  @Override
  public CompletionStage<ClusterState> state() {
    SortedMap<String, SortedMap<String, SortedSet<Integer>>> shards = new TreeMap<>();
    CompletionStage<Void> read = CompletableFuture.completedFuture(null);
    for (Map.Entry<String, ShardPlaces> kind : kinds.entrySet()) {
      read =
          read.thenCombine(
              kind.getValue().read(),
              (before, places) -> {
                shards.put(kind.getKey(), places);
                return null;
              });
    }
    return read.thenApply(done -> now(shards));
  }

  private ClusterState now(SortedMap<String, SortedMap<String, SortedSet<Integer>>> shards) {
    CurrentClusterState state = cluster.state();
    List<Member> byAge = new ArrayList<>();
    state.getMembers().forEach(byAge::add);
    byAge.sort((left, right) -> left.isOlderThan(right) ? -1 : right.isOlderThan(left) ? 1 : 0);
    Set<Member> unreachable = Set.copyOf(state.getUnreachable());
    Map<String, Member> oldest = oldestByRole(byAge);
    return new ClusterState(
        cluster.selfMember().address().toString(),
        Optional.ofNullable(state.getLeader()).map(Object::toString),
        byAge.stream().map(member -> shown(member, !unreachable.contains(member), oldest)).toList(),
        shardCount,
        shards);
  }

  private static Map<String, Member> oldestByRole(List<Member> byAge) {
    Map<String, Member> oldest = new HashMap<>();
    byAge.stream()
        .filter(
            member ->
                member.status().equals(MemberStatus.up())
                    || member.status().equals(MemberStatus.leaving()))
        .forEach(member -> roles(member).forEach(role -> oldest.putIfAbsent(role, member)));
    return oldest;
  }

  private static ClusterState.Member shown(
      Member member, boolean reachable, Map<String, Member> oldest) {
    Set<String> oldestOf = new TreeSet<>();
    oldest.forEach(
        (role, first) -> {
          if (first.equals(member)) {
            oldestOf.add(role);
          }
        });
    return new ClusterState.Member(
        member.address().toString(),
        member.status().toString().toLowerCase(Locale.ROOT),
        roles(member),
        reachable,
        oldestOf);
  }

  /** Without the data centre, which Akka counts as a role. */
  private static Set<String> roles(Member member) {
    Set<String> roles = new TreeSet<>(member.getRoles());
    roles.removeIf(role -> role.startsWith("dc-"));
    return roles;
  }
}
