package amanah.campaign.batching;

import amanah.campaign.domain.Refusal;
import amanah.protocol.WireMessage;

/** What is said about a batcher. */
public sealed interface BatcherReply extends WireMessage {

  /** What it is doing. */
  record Reported(BatcherStatus status) implements BatcherReply {}

  /** Nothing can be said, or not yet. */
  record Refused(Refusal refusal, String detail) implements BatcherReply {}
}
