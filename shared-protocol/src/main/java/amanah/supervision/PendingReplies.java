package amanah.supervision;

import akka.actor.typed.ActorRef;
import java.util.HashMap;
import java.util.Map;

/** Who waits for the end of a command about a child: at most one for each child. */
final class PendingReplies {

  private final Map<ChildKey<?>, ActorRef<ChildReply>> waiting = new HashMap<>();

  boolean awaits(ChildKey<?> key) {
    return waiting.containsKey(key);
  }

  void await(ChildKey<?> key, ActorRef<ChildReply> replyTo) {
    waiting.put(key, replyTo);
  }

  void answer(ChildKey<?> key, ChildReply reply) {
    ActorRef<ChildReply> replyTo = waiting.remove(key);
    if (replyTo != null) {
      replyTo.tell(reply);
    }
  }

  void answerAll(ChildReply reply) {
    waiting.values().forEach(replyTo -> replyTo.tell(reply));
    waiting.clear();
  }
}
