package amanah.campaign.entity;

import akka.cluster.sharding.typed.HashCodeMessageExtractor;
import akka.cluster.sharding.typed.ShardingEnvelope;
import akka.cluster.sharding.typed.ShardingMessageExtractor;
import amanah.id.CampaignId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which shard a campaign belongs to: the absolute value of the remainder of its id's {@link
 * String#hashCode()} by {@link #COUNT}. The function and the number are part of what nodes agree
 * upon, like a wire format: two nodes that disagree would run a campaign twice. Neither is ever
 * changed while a node of the old kind runs.
 */
public final class CampaignShards {

  /** Ten times as many as the nodes that one journal is thought to serve. */
  public static final int COUNT = 128;

  /** No id of a campaign begins so. */
  private static final String MARK = "~";

  private static final HashCodeMessageExtractor<CampaignMessage> EXTRACTOR =
      new HashCodeMessageExtractor<>(COUNT);

  private CampaignShards() {}

  /** The number of the campaign's shard, 0 to 127, as the cluster names it. */
  public static String shardOf(CampaignId campaignId) {
    return EXTRACTOR.shardId(campaignId.value());
  }

  /** Whether an entity is none, but one of those by which a shard is asked for. */
  static boolean isMark(String entityId) {
    return entityId.startsWith(MARK);
  }

  /** One id in each shard that is no campaign's. */
  static List<String> marks() {
    Map<String, String> marks = new HashMap<>();
    for (int number = 0; marks.size() < COUNT; number++) {
      String mark = MARK + number;
      marks.putIfAbsent(EXTRACTOR.shardId(mark), mark);
    }
    return List.copyOf(marks.values());
  }

  static ShardingMessageExtractor<ShardingEnvelope<CampaignMessage>, CampaignMessage> extractor() {
    return EXTRACTOR;
  }
}
