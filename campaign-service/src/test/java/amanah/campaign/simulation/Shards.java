package amanah.campaign.simulation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where the campaign lives, and how messages find it: the simulated half of cluster sharding. It
 * moves the campaign in order, after a crash, or away from a node that is struck and lives on.
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

  private final Simulation simulation;
  private final EventLoop loop;
  private final Members members;
  private final List<SimulatedNode> nodes;
  private final List<Incarnation> alive = new ArrayList<>();
  private final Deque<Delivery> waiting = new ArrayDeque<>();
  private int home;
  private int overtaken = NOWHERE;
  private boolean homeLost;
  private boolean moving;
  private boolean unsettled;
  private int incarnations;
  private @Nullable Incarnation current;
  private @Nullable Incarnation zombie;

  Shards(Simulation simulation, List<SimulatedNode> nodes) {
    this.simulation = simulation;
    this.loop = simulation.loop();
    this.members = simulation.members();
    this.nodes = nodes;
    this.home = loop.random().nextInt(SimulatedNode.COUNT);
  }

  /** Whether the campaign on that node has a successor elsewhere. */
  boolean isOvertaken(int node) {
    return node == overtaken;
  }

  /** A node that callers can reach, another than the one before if there is one. */
  int edge(int before) {
    List<Integer> choices =
        IntStream.range(0, SimulatedNode.COUNT)
            .filter(members::isUp)
            .filter(node -> node != before)
            .boxed()
            .toList();
    return choices.isEmpty() ? before : choices.get(loop.random().nextInt(choices.size()));
  }

  /** Sends a message from a node to the campaign. */
  void send(Delivery delivery, int from) {
    if (simulation.happens(simulation.weather().messages())) {
      simulation.happened(Happening.MESSAGE_DROPPED);
      return;
    }
    loop.pauses().execute(from, () -> route(delivery, from));
  }

  private void route(Delivery delivery, int at) {
    if (!members.isUp(at) || !delivery.mayHop()) {
      simulation.happened(Happening.MESSAGE_DROPPED);
    } else if (at == overtaken) {
      zombie = living(zombie, at);
      simulation.post().arrived(delivery, zombie);
    } else if (moving) {
      waitForMove(delivery);
    } else if (at == home) {
      deliverHome(delivery);
    } else {
      int to = home;
      loop.after(hop(), () -> arrive(delivery, at, to));
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

  private void arrive(Delivery delivery, int from, int node) {
    if (!members.isConnected(from, node)) {
      simulation.happened(Happening.MESSAGE_DROPPED);
    } else if (node == home && !moving) {
      loop.pauses().execute(node, () -> route(delivery, node));
    } else if (node == overtaken) {
      simulation.happened(Happening.MESSAGE_DROPPED);
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
    current = living(current, home);
    simulation.post().arrived(delivery, current);
  }

  /** It, or a new life of the campaign on that node. */
  private Incarnation living(@Nullable Incarnation incarnation, int node) {
    if (incarnation != null && !incarnation.over()) {
      return incarnation;
    }
    incarnations++;
    Incarnation next = new Incarnation(incarnations, nodes.get(node), this::ended);
    alive.add(next);
    simulation.trace("start " + next);
    next.node().start(next, simulation.campaign(next, () -> leave(next)));
    return next;
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
    if (unsettled || !members.isUp(home)) {
      return;
    }
    unsettled = true;
    Members.Blow suspended = simulation.weather().suspends() ? Members.Blow.SUSPENDED : null;
    switch (loop.random().nextInt(4)) {
      case 0 -> handOver();
      case 1 -> crashHome();
      case 2 -> strikeHome(suspended == null ? Members.Blow.ISOLATED : suspended);
      default -> strikeHome(suspended == null ? Members.Blow.PAUSED : suspended);
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
          home = members.isUp(next) ? next : otherThan(next);
          moving = false;
          homeLost = false;
          unsettled = overtaken != NOWHERE;
          simulation.trace("home is " + home);
          admitWaiting();
        });
  }

  private int otherThan(int node) {
    return IntStream.range(1, SimulatedNode.COUNT)
        .map(step -> (node + step) % SimulatedNode.COUNT)
        .filter(candidate -> members.isUp(candidate) && candidate != overtaken)
        .findFirst()
        .orElse(node);
  }

  /** What its sessions had not committed when the others exclude it never will be. */
  private void crashHome() {
    simulation.happened(Happening.FAILED_OVER);
    if (current != null) {
      current.crash();
    }
    homeLost = true;
    int gone = home;
    members.crash(gone);
    loop.after(
        loop.micros(DETECTION_MIN, DETECTION_MAX),
        () -> {
          if (!simulation.hasNoFence()) {
            simulation.journal().endSessionsOfThePast(gone);
          }
          moving = true;
          settleAfter(EventLoop.toMicros(HOP_MAX), otherThan(gone));
        });
  }

  private void strikeHome(Members.Blow blow) {
    int victim = home;
    members.strike(
        victim,
        blow,
        new Members.Fate() {
          @Override
          public void excluded() {
            overtaken = victim;
            zombie = current;
            current = null;
            moving = true;
            settleAfter(EventLoop.toMicros(HOP_MAX), otherThan(victim));
          }

          @Override
          public void recovered() {
            unsettled = false;
          }

          @Override
          public void ended() {
            endZombie();
          }
        });
  }

  private void endZombie() {
    if (zombie != null) {
      zombie.crash();
    }
    zombie = null;
    overtaken = NOWHERE;
    unsettled = moving;
  }

  /** Whether nothing is moving, down or struck. */
  boolean calm() {
    return !unsettled && members.calm();
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
    members.close();
    List.copyOf(alive).forEach(Incarnation::crash);
    loop.settle();
    if (!alive.isEmpty()) {
      throw new IllegalStateException("still alive after the end: " + alive);
    }
  }
}
