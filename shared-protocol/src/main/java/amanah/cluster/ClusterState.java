package amanah.cluster;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * The cluster as one node sees it at one moment; another node may see it otherwise for a while.
 *
 * @param self the address of the node that tells
 * @param leader the node that lets others in and out, if there is agreement
 * @param members all members, oldest first
 * @param shardCount how many shards each kind of entity has
 * @param shards for each kind of entity and each node, the shards that run there; a node that did
 *     not say in time is missing
 */
public record ClusterState(
    String self,
    Optional<String> leader,
    List<Member> members,
    int shardCount,
    SortedMap<String, SortedMap<String, SortedSet<Integer>>> shards) {

  /**
   * One node of it.
   *
   * @param address where the others reach it
   * @param status {@code joining}, {@code up}, {@code leaving}, ... in Akka's words
   * @param roles what runs on it
   * @param reachable whether it can be reached, as the failure detectors have it
   * @param oldestOf the roles in which it is the oldest, and thus has the singletons of that role
   */
  public record Member(
      String address, String status, Set<String> roles, boolean reachable, Set<String> oldestOf) {}

  /** The addresses of the members that cannot be reached. */
  public List<String> unreachable() {
    return members.stream().filter(member -> !member.reachable()).map(Member::address).toList();
  }
}
