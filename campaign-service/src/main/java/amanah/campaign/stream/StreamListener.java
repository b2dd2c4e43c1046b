package amanah.campaign.stream;

import java.util.List;

/**
 * Whoever listens to a campaign. It is told one thing at a time, each only after it has asked with
 * {@link EventStream#more()}; only the end may come unasked. Calls come from an actor: they must
 * not block, and need not hurry to ask for more.
 */
public interface StreamListener {

  /** The next events, at least one; the first follows the last of the call before. */
  void onEvents(List<StreamedEvent> events);

  /** Nothing has happened for the time of a heartbeat. */
  void onQuiet();

  /** There will be nothing more. */
  void onEnd(StreamEnd end);
}
