package amanah.campaign.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which nodes stand still, as a process does that is stopped or whose machine is suspended. What
 * they would do waits, and what is sent to them as well; when they go on, all of it is ready at
 * once. A machine that is suspended does not see the time pass either.
 */
final class Pauses {

  private final EventLoop loop;
  private final Map<Integer, List<Runnable>> waiting = new HashMap<>();
  private final Map<Integer, Long> stoodStillMicros = new HashMap<>();

  Pauses(EventLoop loop) {
    this.loop = loop;
  }

  /** Nobody stands still, and nobody has. */
  void begin() {
    waiting.clear();
    stoodStillMicros.clear();
  }

  void pause(int node) {
    waiting.putIfAbsent(node, new ArrayList<>());
  }

  boolean isPaused(int node) {
    return waiting.containsKey(node);
  }

  /** It goes on, as if nothing had been. */
  void resume(int node) {
    List<Runnable> due = waiting.remove(node);
    if (due != null) {
      due.forEach(loop::execute);
    }
  }

  /** Its clocks stood still for so long. */
  void stoodStill(int node, long micros) {
    stoodStillMicros.merge(node, micros, Long::sum);
  }

  /** Its clocks are right again. */
  void setRight(int node) {
    stoodStillMicros.remove(node);
  }

  /** Whether its clocks have not seen all of the time. */
  boolean isBehind(int node) {
    return stoodStillMicros.containsKey(node);
  }

  /** The time since the start, by its own clocks. */
  long nowMicros(int node) {
    return loop.nowMicros() - stoodStillMicros.getOrDefault(node, 0L);
  }

  /** Has it done there, now or when the node goes on. */
  void execute(int node, Runnable action) {
    List<Runnable> paused = waiting.get(node);
    if (paused == null) {
      loop.execute(action);
    } else {
      paused.add(action);
    }
  }
}
