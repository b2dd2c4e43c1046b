package amanah.cluster;

import akka.actor.Address;
import akka.cluster.ClusterEvent.CurrentClusterState;
import akka.cluster.Member;
import akka.cluster.MemberStatus;
import akka.cluster.typed.Cluster;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The members of the running cluster. */
final class ClusterMembership implements Membership {

  private final Cluster cluster;
  private final Address address;
  private volatile Voters voters = new Voters(null, Set.of());

  /** Who they are in a state of the cluster; they are asked for far more often than it changes. */
  private record Voters(@Nullable CurrentClusterState state, Set<Address> addresses) {}

  ClusterMembership(Cluster cluster) {
    this.cluster = cluster;
    this.address = cluster.selfMember().address();
  }

  /** Whether this node itself has joined and was not excluded, as far as it knows. */
  boolean isMember() {
    MemberStatus own = cluster.selfMember().status();
    return own.equals(MemberStatus.up())
        || own.equals(MemberStatus.leaving())
        || own.equals(MemberStatus.exiting());
  }

  @Override
  public long uid() {
    return cluster.selfMember().uniqueAddress().longUid();
  }

  @Override
  public Address address() {
    return address;
  }

  /** Another state is another object; to compare what they say would cost more than to find out. */
  @Override
  @SuppressWarnings("ReferenceEquality")
  public Set<Address> voters() {
    CurrentClusterState state = cluster.state();
    Voters known = voters;
    if (known.state() != state) {
      known = new Voters(state, votersIn(state));
      voters = known;
    }
    return known.addresses();
  }

  private static Set<Address> votersIn(CurrentClusterState state) {
    return StreamSupport.stream(state.getMembers().spliterator(), false)
        .filter(
            member ->
                member.status().equals(MemberStatus.up())
                    || member.status().equals(MemberStatus.leaving()))
        .map(Member::address)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public boolean isReachable(Address address, long uid) {
    return members().anyMatch(member -> isThat(member, address, uid) && !isExcluded(member))
        && cluster.state().getUnreachable().stream()
            .noneMatch(member -> isThat(member, address, uid));
  }

  private Stream<Member> members() {
    return StreamSupport.stream(cluster.state().getMembers().spliterator(), false);
  }

  private static boolean isThat(Member member, Address address, long uid) {
    return member.address().equals(address)
        && (uid == 0 || member.uniqueAddress().longUid() == uid);
  }

  private static boolean isExcluded(Member member) {
    return member.status().equals(MemberStatus.down())
        || member.status().equals(MemberStatus.removed());
  }
}
