package amanah.campaign.entity;

import amanah.campaign.domain.Refusal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Messages that came while the campaign was starting, in order, bounded by what they hold: one for
 * each donation, one for any other message.
 */
final class WaitingRoom {

  private final int weightMax;
  private final Deque<CampaignMessage> messages = new ArrayDeque<>();
  private int weight;
  private boolean closed;

  WaitingRoom(int weightMax) {
    this.weightMax = weightMax;
  }

  /** Takes a message in, or says no when there is no room. */
  boolean admit(CampaignMessage message) {
    int more = weightOf(message);
    if (weight + more > weightMax) {
      return false;
    }
    weight += more;
    messages.add(message);
    return true;
  }

  /** Takes a message in, or refuses it. */
  void await(CampaignMessage message) {
    if (closed) {
      refuse(message);
    } else if (!admit(message)) {
      message.refuse(Refusal.OVERLOADED, "the campaign is starting and too many wait for it");
    }
  }

  /** The ledger has failed: refuses all who wait, and who comes, until it opens again. */
  void close() {
    closed = true;
    clear().forEach(WaitingRoom::refuse);
  }

  void open() {
    closed = false;
  }

  boolean isClosed() {
    return closed;
  }

  private static void refuse(CampaignMessage message) {
    CampaignReply.Refused unavailable = LedgerDesk.unavailable();
    message.refuse(unavailable.refusal(), unavailable.detail());
  }

  boolean isEmpty() {
    return messages.isEmpty();
  }

  /** All that waited, in the order in which they came; the room is empty afterwards. */
  List<CampaignMessage> clear() {
    List<CampaignMessage> all = new ArrayList<>(messages);
    messages.clear();
    weight = 0;
    return all;
  }

  private static int weightOf(CampaignMessage message) {
    return message instanceof CampaignMessage.Donate donate
        ? Math.max(1, donate.donations().size())
        : 1;
  }
}
