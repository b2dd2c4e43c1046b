package amanah.campaign.ingress.grpc;

import amanah.campaign.ingress.request.BatchItem;
import amanah.id.CampaignId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The donations of one stream to one campaign, in their order. While some of them are asked about,
 * the rest gathers; so a lane has one question open at most, and the order stays whatever is
 * repeated on the way.
 */
final class IntakeLane {

  private final CampaignId campaignId;
  private final Deque<Taken> waiting = new ArrayDeque<>();
  private boolean asking;

  IntakeLane(CampaignId campaignId) {
    this.campaignId = campaignId;
  }

  /**
   * A donation that the stream brought.
   *
   * @param place of it on the stream
   * @param bytes of it on the wire
   */
  record Taken(long place, String campaignId, int bytes, BatchItem item) {}

  CampaignId campaignId() {
    return campaignId;
  }

  void add(Taken donation) {
    waiting.add(donation);
  }

  boolean idle() {
    return !asking && waiting.isEmpty();
  }

  /** What to ask about now: nothing while a question is open. */
  List<Taken> ask(int countMax) {
    List<Taken> next = new ArrayList<>();
    while (!asking && !waiting.isEmpty() && next.size() < countMax) {
      next.add(waiting.remove());
    }
    asking = asking || !next.isEmpty();
    return next;
  }

  void answered() {
    asking = false;
  }
}
