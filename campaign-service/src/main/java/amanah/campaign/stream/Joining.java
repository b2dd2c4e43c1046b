package amanah.campaign.stream;

import amanah.campaign.application.Reply;
import amanah.campaign.domain.Refusal;
import java.util.concurrent.CompletableFuture;

/**
 * Somebody who wants to listen.
 *
 * @param after the number of the last event that he knows
 * @param answer his place, or why there is none
 * @param left called when the place is empty again, not when there was none
 */
record Joining(
    long after,
    StreamListener listener,
    CompletableFuture<Reply<EventStream>> answer,
    Runnable left) {

  /**
   * Nobody can know an event that has not happened: a number beyond the last one is no number of
   * his.
   */
  void refuseBeyond(long newest) {
    refuse(
        Refusal.INVALID_FIELD,
        "after %d, expected at most %d, the number of the campaign's last event"
            .formatted(after, newest));
  }

  void refuse(Refusal refusal, String detail) {
    answer.complete(new Reply.Refused<>(refusal, detail));
  }
}
