package amanah.campaign.simulation;

import amanah.cluster.Quorum;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where the campaign lives, and how messages find it: the simulated half of cluster sharding. It
 * moves the campaign in order, after a crash, or away from a node that is cut off and lives on.
 */
final class Shards {

  private static final int NOWHERE = -1;
  private static final int WAITING_MAX = 12;
  private static final Duration HOP_MIN = Duration.ofNanos(50_000);
  private static final Duration HOP_MAX = Duration.ofMillis(3);
  private static final Duration LAG_MAX = Duration.ofMillis(700);
  private static final Duration HANDOVER_MAX = Duration.ofMillis(120);
  private static final Duration DETECTION_MIN = Duration.ofMillis(300);
  private static final Duration DETECTION_MAX = Duration.ofSeconds(4);
  private static final Duration ZOMBIE_MAX = Duration.ofSeconds(6);
  private static final Duration RESTART_MAX = Duration.ofSeconds(4);

  private final Simulation simulation;
  private final EventLoop loop;
  private final List<SimulatedNode> nodes;
  private final boolean[] up = new boolean[SimulatedNode.COUNT];
  private final List<Incarnation> alive = new ArrayList<>();
  private final Deque<Delivery> waiting = new ArrayDeque<>();
  private int home;
  private boolean homeLost;
  private boolean moving;
  private boolean unsettled;
  private int cutOff = NOWHERE;
  private boolean quorumLost;
  private int incarnations;
  private @Nullable Incarnation current;
  private @Nullable Incarnation zombie;

  Shards(Simulation simulation, List<SimulatedNode> nodes) {
    this.simulation = simulation;
    this.loop = simulation.loop();
    this.nodes = nodes;
    for (int node = 0; node < up.length; node++) {
      up[node] = true;
    }
    this.home = loop.random().nextInt(SimulatedNode.COUNT);
  }

  boolean isUp(int node) {
    return up[node];
  }

  /** Whether others on the network can hear it. */
  boolean isInTouch(int node) {
    return up[node] && node != cutOff;
  }

  boolean isZombie(int node) {
    return node == cutOff && !moving && node != home;
  }

  /** Whether a node may speak for the campaign: its word ends before another one takes over. */
  boolean holdsQuorum(int node) {
    return node != cutOff || !quorumLost;
  }

  /** What the campaign on that node is told of it. */
  Quorum quorum(int node) {
    return simulation.has(Mutation.QUORUM) ? Quorum.always() : () -> holdsQuorum(node);
  }

  /** A node that callers can reach, another than the one before if there is one. */
  int edge(int before) {
    List<Integer> choices =
        IntStream.range(0, up.length).filter(node -> up[node] && node != before).boxed().toList();
    return choices.isEmpty() ? before : choices.get(loop.random().nextInt(choices.size()));
  }

  /** Sends a message from a node to the campaign. */
  void send(Delivery delivery, int from) {
    if (simulation.happens(simulation.weather().messages())) {
      simulation.happened(Happening.MESSAGE_DROPPED);
      return;
    }
    route(delivery, from);
  }

  private void route(Delivery delivery, int at) {
    if (!up[at] || !delivery.mayHop()) {
      simulation.happened(Happening.MESSAGE_DROPPED);
    } else if (at == cutOff) {
      deliverTo(zombie == null ? current : zombie, delivery);
    } else if (moving) {
      waitForMove(delivery);
    } else if (at == home) {
      deliverHome(delivery);
    } else {
      int to = home;
      loop.after(hop(), () -> arrive(delivery, to));
    }
  }

  private void waitForMove(Delivery delivery) {
    if (waiting.size() >= WAITING_MAX || simulation.happens(4)) {
      simulation.happened(Happening.MESSAGE_DROPPED);
    } else {
      simulation.happened(Happening.MESSAGE_WAITED_FOR_MOVE);
      waiting.add(delivery);
    }
  }

  private void arrive(Delivery delivery, int node) {
    if (!up[node] || node == cutOff) {
      simulation.happened(Happening.MESSAGE_DROPPED);
    } else if (node == home && !moving) {
      deliverHome(delivery);
    } else {
      simulation.happened(Happening.MESSAGE_FORWARDED);
      route(delivery, node);
    }
  }

  private long hop() {
    return loop.oneIn(12) ? loop.micros(HOP_MIN, LAG_MAX) : loop.micros(HOP_MIN, HOP_MAX);
  }

  private void deliverHome(Delivery delivery) {
    if (homeLost) {
      simulation.happened(Happening.MESSAGE_DROPPED);
      return;
    }
    if (current != null && current.stopping()) {
      waitForMove(delivery);
      return;
    }
    if (current == null) {
      incarnations++;
      Incarnation next = new Incarnation(incarnations, nodes.get(home), this::ended);
      current = next;
      alive.add(next);
      simulation.trace("start " + next);
      next.node().start(next, simulation.campaign(next, () -> leave(next)));
    }
    deliverTo(current, delivery);
  }

  private void deliverTo(@Nullable Incarnation incarnation, Delivery delivery) {
    if (incarnation == null || incarnation.over()) {
      simulation.happened(Happening.MESSAGE_DROPPED);
    } else {
      simulation.arrived(delivery, incarnation);
    }
  }

  private void leave(Incarnation incarnation) {
    if (incarnation == current && !incarnation.stopping()) {
      simulation.happened(Happening.LEFT_UNOPENED);
      simulation.trace("leaves " + incarnation);
      incarnation.stop();
    }
  }

  private void ended(Incarnation incarnation) {
    simulation.trace("ended " + incarnation);
    alive.remove(incarnation);
    if (incarnation == current) {
      if (!incarnation.stopping()) {
        simulation.happened(Happening.TREE_GAVE_UP);
      }
      current = null;
      if (!moving) {
        admitWaiting();
      }
    }
  }

  private void admitWaiting() {
    List<Delivery> admitted = List.copyOf(waiting);
    waiting.clear();
    admitted.forEach(delivery -> route(delivery, home));
  }

  /** Moves the campaign in one of the ways in which it can be moved. */
  void move() {
    if (unsettled || !up[home]) {
      return;
    }
    unsettled = true;
    switch (loop.random().nextInt(3)) {
      case 0 -> handOver();
      case 1 -> crashHome();
      default -> cutOffHome();
    }
  }

  private void handOver() {
    simulation.happened(Happening.HANDED_OVER);
    simulation.trace("hand over from " + home);
    moving = true;
    if (current != null) {
      current.stop();
    }
    settleAfter(loop.micros(HOP_MIN, HANDOVER_MAX), otherThan(home));
  }

  private void settleAfter(long micros, int next) {
    loop.after(
        micros,
        () -> {
          if (current != null && current.stopping() && !current.crashed()) {
            settleAfter(EventLoop.toMicros(HOP_MAX), next);
            return;
          }
          current = null;
          home = up[next] ? next : otherThan(next);
          moving = false;
          homeLost = false;
          unsettled = cutOff != NOWHERE;
          simulation.trace("home is " + home);
          admitWaiting();
        });
  }

  private int otherThan(int node) {
    return IntStream.range(1, up.length)
        .map(step -> (node + step) % up.length)
        .filter(candidate -> up[candidate] && candidate != cutOff)
        .findFirst()
        .orElse(node);
  }

  private void crashHome() {
    simulation.happened(Happening.FAILED_OVER);
    crash(home, current);
    homeLost = true;
    int gone = home;
    loop.after(
        loop.micros(DETECTION_MIN, DETECTION_MAX),
        () -> {
          moving = true;
          settleAfter(EventLoop.toMicros(HOP_MAX), otherThan(gone));
        });
  }

  private void crash(int node, @Nullable Incarnation incarnation) {
    simulation.trace("crash of node-" + node);
    up[node] = false;
    simulation.journal().crash(node);
    if (incarnation != null) {
      incarnation.crash();
    }
    loop.after(loop.micros(HANDOVER_MAX, RESTART_MAX), () -> up[node] = true);
  }

  private void cutOffHome() {
    simulation.trace("cut off node-" + home);
    cutOff = home;
    quorumLost = false;
    zombie = current;
    loop.after(
        loop.micros(DETECTION_MIN, DETECTION_MAX),
        () -> {
          quorumLost = true;
          moving = true;
          current = null;
          settleAfter(EventLoop.toMicros(HOP_MAX), otherThan(cutOff));
          loop.after(loop.micros(HANDOVER_MAX, ZOMBIE_MAX), this::endZombie);
        });
  }

  private void endZombie() {
    crash(cutOff, zombie);
    cutOff = NOWHERE;
    zombie = null;
    unsettled = false;
  }

  /** Whether an answer of this incarnation reaches that node. */
  boolean reaches(Incarnation incarnation, int node) {
    int from = incarnation.node().number();
    return up[from] && up[node] && (from == node || (from != cutOff && node != cutOff));
  }

  /** Whether nothing is moving, down or cut off. */
  boolean calm() {
    return !unsettled && IntStream.range(0, up.length).allMatch(node -> up[node]);
  }

  /** Ends the campaign's life, so that the next message begins another. */
  void restart() {
    if (current != null) {
      current.stop();
    }
  }

  /** Ends everything. */
  void close() {
    waiting.clear();
    moving = true;
    List.copyOf(alive).forEach(Incarnation::crash);
    loop.settle();
    if (!alive.isEmpty()) {
      throw new IllegalStateException("still alive after the end: " + alive);
    }
  }
}
