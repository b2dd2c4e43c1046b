package amanah.grpc;

import amanah.cluster.ClusterState;
import amanah.cluster.ClusterView;
import amanah.v1.ClusterMember;
import amanah.v1.ClusterServiceGrpc.ClusterServiceImplBase;
import amanah.v1.GetClusterRequest;
import amanah.v1.GetClusterResponse;
import amanah.v1.NodeShards;
import amanah.v1.ShardPlaces;
import io.grpc.stub.StreamObserver;
import java.util.SortedMap;
import java.util.SortedSet;

/** Shows the cluster. */
final class ClusterCalls extends ClusterServiceImplBase {

  private final ClusterView cluster;

  ClusterCalls(ClusterView cluster) {
    this.cluster = cluster;
  }

  @Override
  public void getCluster(GetClusterRequest request, StreamObserver<GetClusterResponse> caller) {
    Requests.requireKnown(request);
    GrpcCall.current().answer(caller, () -> cluster.state().thenApply(ClusterCalls::message));
  }

  private static GetClusterResponse message(ClusterState cluster) {
    GetClusterResponse.Builder message =
        GetClusterResponse.newBuilder()
            .setSelf(cluster.self())
            .addAllUnreachable(cluster.unreachable())
            .setShardCount(cluster.shardCount());
    cluster.leader().ifPresent(message::setLeader);
    cluster.members().forEach(member -> message.addMembers(message(member)));
    cluster.shards().forEach((kind, nodes) -> message.putShards(kind, message(nodes)));
    return message.build();
  }

  private static ClusterMember message(ClusterState.Member member) {
    return ClusterMember.newBuilder()
        .setAddress(member.address())
        .setStatus(member.status())
        .addAllRoles(member.roles())
        .setReachable(member.reachable())
        .setOldest(!member.oldestOf().isEmpty())
        .build();
  }

  private static ShardPlaces message(SortedMap<String, SortedSet<Integer>> nodes) {
    ShardPlaces.Builder message = ShardPlaces.newBuilder();
    nodes.forEach(
        (address, shards) ->
            message.addNodes(
                NodeShards.newBuilder()
                    .setAddress(address)
                    .addAllShards(shards.stream().map(String::valueOf).toList())));
    return message.build();
  }
}
