package amanah.zakat.assessment;

import akka.cluster.sharding.typed.HashCodeMessageExtractor;
import akka.cluster.sharding.typed.ShardingEnvelope;
import akka.cluster.sharding.typed.ShardingMessageExtractor;
import amanah.id.AssessmentId;

/**
 * Which shard an assessment belongs to: the absolute value of the remainder of its id's {@link
 * String#hashCode()} by {@link #COUNT}. The function and the number are part of what nodes agree
 * upon, like a wire format: two nodes that disagree would run an assessment twice. Neither is ever
 * changed while a node of the old kind runs.
 */
public final class AssessmentShards {

  /** As many as those of campaigns. */
  public static final int COUNT = 128;

  private static final HashCodeMessageExtractor<AssessmentMessage> EXTRACTOR =
      new HashCodeMessageExtractor<>(COUNT);

  private AssessmentShards() {}

  /** The number of the assessment's shard, 0 to 127, as the cluster names it. */
  public static String shardOf(AssessmentId assessmentId) {
    return EXTRACTOR.shardId(assessmentId.value());
  }

  static ShardingMessageExtractor<ShardingEnvelope<AssessmentMessage>, AssessmentMessage>
      extractor() {
    return EXTRACTOR;
  }
}
