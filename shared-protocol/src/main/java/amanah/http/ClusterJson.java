package amanah.http;

import amanah.cluster.ClusterState;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;

/** Writes the cluster. */
final class ClusterJson {

  private ClusterJson() {}

  static void write(JsonGenerator json, ClusterState cluster) throws IOException {
    json.writeStartObject();
    json.writeStringField("self", cluster.self());
    json.writeStringField("leader", cluster.leader().orElse(null));
    json.writeArrayFieldStart("members");
    for (ClusterState.Member member : cluster.members()) {
      write(json, member);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("unreachable");
    for (String address : cluster.unreachable()) {
      json.writeString(address);
    }
    json.writeEndArray();
    json.writeNumberField("shardCount", cluster.shardCount());
    json.writeObjectFieldStart("shards");
    for (Map.Entry<String, SortedMap<String, SortedSet<Integer>>> kind :
        cluster.shards().entrySet()) {
      json.writeArrayFieldStart(kind.getKey());
      for (Map.Entry<String, SortedSet<Integer>> node : kind.getValue().entrySet()) {
        write(json, node.getKey(), node.getValue());
      }
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, ClusterState.Member member) throws IOException {
    json.writeStartObject();
    json.writeStringField("address", member.address());
    json.writeStringField("status", member.status());
    json.writeArrayFieldStart("roles");
    for (String role : member.roles()) {
      json.writeString(role);
    }
    json.writeEndArray();
    json.writeBooleanField("reachable", member.reachable());
    json.writeBooleanField("oldest", !member.oldestOf().isEmpty());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String address, SortedSet<Integer> shards)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("address", address);
    json.writeArrayFieldStart("shards");
    for (Integer shard : shards) {
      json.writeString(shard.toString());
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
