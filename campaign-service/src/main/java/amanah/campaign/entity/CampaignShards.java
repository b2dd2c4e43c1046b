package amanah.campaign.entity;

import akka.cluster.sharding.typed.HashCodeMessageExtractor;
import akka.cluster.sharding.typed.ShardingEnvelope;
import akka.cluster.sharding.typed.ShardingMessageExtractor;
import amanah.id.CampaignId;

/**
 * Which shard a campaign belongs to: the absolute value of the remainder of its id's {@link
 * String#hashCode()} by {@link #COUNT}. The function and the number are part of what nodes agree
 * upon, like a wire format: two nodes that disagree would run a campaign twice. Neither is ever
 * changed while a node of the old kind runs.
 */
public final class CampaignShards {

  /** Ten times as many as the nodes that one journal is thought to serve. */
  public static final int COUNT = 128;

  private static final HashCodeMessageExtractor<CampaignMessage> EXTRACTOR =
      new HashCodeMessageExtractor<>(COUNT);

  private CampaignShards() {}

  /** The number of the campaign's shard, 0 to 127, as the cluster names it. */
  public static String shardOf(CampaignId campaignId) {
    return EXTRACTOR.shardId(campaignId.value());
  }

  static ShardingMessageExtractor<ShardingEnvelope<CampaignMessage>, CampaignMessage> extractor() {
    return EXTRACTOR;
  }
}
