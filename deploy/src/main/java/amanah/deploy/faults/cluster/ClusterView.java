package amanah.deploy.faults.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The cluster as one node sees it ({@code GET /v1/cluster}).
 *
 * @param up the addresses of members that are up
 * @param others the addresses of members that are joining, leaving or gone
 * @param unreachable the addresses that this node cannot reach
 * @param oldest the address of the oldest member, or empty
 * @param hosts for each shard of campaigns the address of the node it lives on
 */
public record ClusterView(
    Set<String> up,
    Set<String> others,
    Set<String> unreachable,
    String oldest,
    Map<String, String> hosts) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads the answer's body. */
  public static ClusterView of(String body) throws IOException {
    JsonNode json = JSON.readTree(body);
    Set<String> up = new HashSet<>();
    Set<String> others = new HashSet<>();
    String oldest = "";
    for (JsonNode member : json.path("members")) {
      String address = member.path("address").asText();
      (member.path("status").asText().equals("up") ? up : others).add(address);
      if (member.path("oldest").asBoolean()) {
        oldest = address;
      }
    }
    Set<String> unreachable = new HashSet<>();
    json.path("unreachable").forEach(address -> unreachable.add(address.asText()));
    Map<String, String> hosts = new HashMap<>();
    for (JsonNode region : json.path("shards").path("campaign")) {
      String address = region.path("address").asText();
      region.path("shards").forEach(shard -> hosts.put(shard.asText(), address));
    }
    return new ClusterView(up, others, unreachable, oldest, hosts);
  }

  /** Whether exactly these are members, up and reachable. */
  boolean isWhole(Set<String> addresses) {
    return up.equals(addresses) && others.isEmpty() && unreachable.isEmpty();
  }
}
