package amanah.campaign.entity;

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
