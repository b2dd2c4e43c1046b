package amanah.campaign.entity;

import akka.actor.typed.ActorRef;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who wants to know when the campaign has moved on. Each is told once for each time it asks, so a
 * campaign that is written to a thousand times a second talks no faster than it is listened to, and
 * one that has gone is forgotten with the next word. Not thread-safe; the root owns it.
 */
final class CommitWaiters {

  /** One for each node that somebody listens at; of one more, whoever asked first is forgotten. */
  static final int MAX = 64;

  private final Map<ActorRef<CampaignStirred>, Long> following = new LinkedHashMap<>();
  private long sequence;

  /** Tells it at once when there is something already. */
  void add(CampaignMessage.Follow follow) {
    following.remove(follow.replyTo());
    if (sequence > follow.after()) {
      follow.replyTo().tell(new CampaignStirred(sequence));
      return;
    }
    if (following.size() == MAX) {
      following.remove(following.keySet().iterator().next());
    }
    following.put(follow.replyTo(), follow.after());
  }

  /** The campaign is there now. */
  void moved(long now) {
    sequence = now;
    Iterator<Map.Entry<ActorRef<CampaignStirred>, Long>> each = following.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<ActorRef<CampaignStirred>, Long> follower = each.next();
      if (now > follower.getValue()) {
        follower.getKey().tell(new CampaignStirred(now));
        each.remove();
      }
    }
  }
}
