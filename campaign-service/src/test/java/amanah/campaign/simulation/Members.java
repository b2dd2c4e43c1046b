package amanah.campaign.simulation;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The nodes as members of their cluster: which of them are up, which is struck, and what the others
 * make of that. It follows what the real one is set to, with all times cut to about a fifth: a node
 * that is not heard is suspected, excluded when that has settled, and a while later its campaigns
 * start elsewhere. Suspicion and its end reach each of the others at a time of their own.
 */
final class Members {

  /** How long an answer of a majority counts: less than the margin, whatever else is late. */
  static final Duration LEASE = Duration.ofMillis(600);

  private static final int NOBODY = -1;
  private static final Duration MARGIN = Duration.ofMillis(700);
  private static final Duration DETECTION_MIN = Duration.ofMillis(600);
  private static final Duration DETECTION_MAX = Duration.ofSeconds(1);
  private static final Duration SETTLING = Duration.ofMillis(900);
  private static final Duration GOSSIP_MAX = Duration.ofMillis(400);
  private static final Duration STRUCK_MIN = Duration.ofMillis(300);
  private static final Duration STRUCK_MAX = Duration.ofSeconds(6);
  private static final Duration TOLD_MIN = Duration.ofMillis(100);
  private static final Duration TOLD_MAX = Duration.ofSeconds(4);
  private static final Duration RESTART_MIN = Duration.ofMillis(120);
  private static final Duration RESTART_MAX = Duration.ofSeconds(4);
  private static final Duration CLOCK_SET_RIGHT = Duration.ofMillis(400);

  private final Simulation simulation;
  private final EventLoop loop;
  private final boolean[] up = new boolean[SimulatedNode.COUNT];
  private final long[] uids = new long[SimulatedNode.COUNT];
  private final boolean[] suspects = new boolean[SimulatedNode.COUNT];
  private final boolean[] excludes = new boolean[SimulatedNode.COUNT];
  private int struck = NOBODY;
  private boolean isolated;
  private boolean back;
  private boolean excluded;

  /** What becomes of a node that is struck. */
  interface Fate {

    /** The others have waited long enough: what runs on it may start elsewhere. */
    void excluded();

    /** It is well again, and was never excluded. */
    void recovered();

    /** It was excluded, has learnt of it, and is gone. */
    void ended();
  }

  /** In which way a node is struck. */
  enum Blow {
    /** The network between it and the others is gone, while callers and the journal reach it. */
    ISOLATED,
    /** It is stopped, and goes on. */
    PAUSED,
    /** So is its machine, whose clocks do not see the time pass. */
    SUSPENDED
  }

  Members(Simulation simulation) {
    this.simulation = simulation;
    this.loop = simulation.loop();
    for (int node = 0; node < up.length; node++) {
      up[node] = true;
      uids[node] = node + 1L;
    }
  }

  boolean isUp(int node) {
    return up[node];
  }

  /** Which incarnation of the node this is. */
  long uid(int node) {
    return uids[node];
  }

  /** Whether what the first sends reaches the second. */
  boolean isConnected(int from, int to) {
    return up[from] && up[to] && (from == to || !isolated || (from != struck && to != struck));
  }

  /** Whether the others on the network can hear it. */
  boolean isInTouch(int node) {
    return up[node] && !(isolated && node == struck);
  }

  /** Which node is no member any more to this one. */
  Optional<Integer> excludedBy(int node) {
    return excludes[node] ? Optional.of(struck) : Optional.empty();
  }

  /** Whether the second is a member to the first that is not suspected of being gone. */
  boolean isReachable(int node, int other, long uid) {
    return uids[other] == uid
        && (node == other || other != struck || !(suspects[node] || excludes[node]));
  }

  /** Whether all is up and nothing is struck. */
  boolean calm() {
    return struck == NOBODY && IntStream.range(0, up.length).allMatch(node -> up[node]);
  }

  /** Strikes a node; whether it gets well depends on when it comes back. */
  void strike(int node, Blow blow, Fate fate) {
    long lastsMicros = loop.micros(STRUCK_MIN, STRUCK_MAX);
    long beganMicros = loop.nowMicros();
    struck = node;
    simulation.watches().start();
    back = false;
    isolated = blow == Blow.ISOLATED;
    if (!isolated) {
      loop.pauses().pause(node);
    }
    simulation.trace(blow + " node-" + node + " for " + lastsMicros);
    long detectedMicros = loop.micros(DETECTION_MIN, DETECTION_MAX);
    if (lastsMicros < detectedMicros) {
      loop.after(
          lastsMicros,
          () -> {
            goOn(node, blow, beganMicros);
            recover(fate);
          });
      return;
    }
    int first = otherThan(node, loop.random().nextInt(2));
    loop.after(detectedMicros, () -> suspect(node, first));
    loop.after(lastsMicros, () -> comeBack(node, blow, beganMicros));
    loop.after(
        detectedMicros + EventLoop.toMicros(SETTLING),
        () -> {
          if (suspects[first]) {
            exclude(node, first, fate);
          } else {
            awaitRecovery(fate);
          }
        });
  }

  private int otherThan(int node, int choice) {
    return (node + 1 + choice) % up.length;
  }

  private void suspect(int node, int first) {
    suspects[first] = true;
    int second = 3 - node - first;
    loop.after(loop.micros(Duration.ZERO, GOSSIP_MAX), () -> suspects[second] = !excluded && !back);
  }

  private void goOn(int node, Blow blow, long beganMicros) {
    isolated = false;
    back = true;
    if (blow == Blow.SUSPENDED) {
      loop.pauses().stoodStill(node, loop.nowMicros() - beganMicros);
      long uid = uids[node];
      loop.after(
          EventLoop.toMicros(CLOCK_SET_RIGHT) + EventLoop.toMicros(LEASE),
          () -> {
            if (uids[node] == uid) {
              loop.pauses().setRight(node);
            }
          });
    }
    loop.pauses().resume(node);
    simulation.trace("goes on: node-" + node);
  }

  private void comeBack(int node, Blow blow, long beganMicros) {
    if (struck != node) {
      return;
    }
    goOn(node, blow, beganMicros);
    if (!excluded) {
      for (int other = 0; other < up.length; other++) {
        int each = other;
        loop.after(loop.micros(Duration.ZERO, GOSSIP_MAX), () -> suspects[each] = false);
      }
    }
  }

  private void awaitRecovery(Fate fate) {
    if (IntStream.range(0, up.length).anyMatch(node -> suspects[node])) {
      loop.after(EventLoop.toMicros(GOSSIP_MAX), () -> awaitRecovery(fate));
    } else {
      recover(fate);
    }
  }

  private void recover(Fate fate) {
    simulation.happened(Happening.RECOVERED_IN_TIME);
    struck = NOBODY;
    simulation.watches().stop();
    fate.recovered();
  }

  /** Nobody is removed before all that are left have heard that he is to be. */
  private void exclude(int node, int first, Fate fate) {
    simulation.trace("excluded: node-" + node);
    simulation.happened(Happening.EXCLUDED);
    excluded = true;
    excludes[first] = true;
    int second = 3 - node - first;
    long heardMicros = loop.micros(Duration.ZERO, GOSSIP_MAX);
    loop.after(heardMicros, () -> excludes[second] = true);
    loop.after(
        heardMicros + loop.micros(Duration.ZERO, GOSSIP_MAX) + EventLoop.toMicros(MARGIN),
        () -> {
          if (!simulation.hasNoFence()) {
            simulation.journal().cutOff(node);
          }
          fate.excluded();
          awaitEnd(node, fate);
        });
  }

  /** It ends when it has come back and learnt what has become of it. */
  private void awaitEnd(int node, Fate fate) {
    if (isolated || loop.pauses().isPaused(node)) {
      loop.after(EventLoop.toMicros(TOLD_MIN), () -> awaitEnd(node, fate));
      return;
    }
    loop.after(
        loop.micros(TOLD_MIN, TOLD_MAX),
        () -> {
          fate.ended();
          crash(node);
          struck = NOBODY;
          simulation.watches().stop();
          excluded = false;
          for (int other = 0; other < up.length; other++) {
            suspects[other] = false;
            excludes[other] = false;
          }
        });
  }

  /** It is gone, and comes back as another. */
  void crash(int node) {
    simulation.trace("crash of node-" + node);
    up[node] = false;
    uids[node] += SimulatedNode.COUNT;
    loop.pauses().resume(node);
    loop.pauses().setRight(node);
    simulation.journal().crash(node);
    loop.after(
        loop.micros(RESTART_MIN, RESTART_MAX),
        () -> {
          simulation.journal().admit(node);
          up[node] = true;
        });
  }

  /** Lets all that stands still go on, at the end. */
  void close() {
    IntStream.range(0, up.length).forEach(loop.pauses()::resume);
  }
}
