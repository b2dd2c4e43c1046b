package amanah.campaign.simulation;

import akka.actor.Address;
import akka.actor.typed.ActorRef;
import akka.actor.typed.receptionist.Receptionist;
import amanah.cluster.MajorityQuorum;
import amanah.cluster.Membership;
import amanah.cluster.Quorum;
import amanah.cluster.QuorumMessage;
import amanah.cluster.QuorumWatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The real watches of all nodes, and the simulated network between them. They run while a node is
 * struck; at other times they would only tell one another that all is well.
 */
final class Watches {

  private static final String SYSTEM = "node-";
  private static final Duration HOP_MIN = Duration.ofNanos(50_000);
  private static final Duration HOP_MAX = Duration.ofMillis(3);

  private static final Set<Address> ALL =
      IntStream.range(0, SimulatedNode.COUNT)
          .mapToObj(Watches::address)
          .collect(Collectors.toUnmodifiableSet());
  private static final List<Set<Address>> WITHOUT =
      IntStream.range(0, SimulatedNode.COUNT).mapToObj(Watches::without).toList();

  private final Simulation simulation;
  private final EventLoop loop;
  private final List<SimulatedNode> nodes;
  private final List<@Nullable MajorityQuorum> quorums = new ArrayList<>();
  private final List<@Nullable ActorRef<QuorumMessage>> refs = new ArrayList<>();
  private boolean running;

  Watches(Simulation simulation, List<SimulatedNode> nodes) {
    this.simulation = simulation;
    this.loop = simulation.loop();
    this.nodes = nodes;
    for (int node = 0; node < nodes.size(); node++) {
      quorums.add(null);
      refs.add(null);
    }
  }

  /** What the members are to one of them. */
  private final class View implements Membership {

    private final int node;

    private View(int node) {
      this.node = node;
    }

    @Override
    public long uid() {
      return simulation.members().uid(node);
    }

    @Override
    public Address address() {
      return Watches.address(node);
    }

    @Override
    public Set<Address> voters() {
      return simulation.members().excludedBy(node).map(WITHOUT::get).orElse(ALL);
    }

    @Override
    public boolean isReachable(Address address, long uid) {
      return simulation.has(Mutation.LEASE_TO_STRANGERS)
          || simulation.members().isReachable(node, number(address), uid);
    }
  }

  /** Begins to watch on all nodes, each of which has just been heard by all others. */
  void start() {
    running = true;
    for (SimulatedNode node : nodes) {
      int number = node.number();
      View view = new View(number);
      MajorityQuorum quorum =
          new MajorityQuorum(() -> ownNanos(number), view, Members.LEASE, () -> true);
      quorums.set(number, quorum);
      node.watch(
          QuorumWatch.create(() -> ownNanos(number), view, quorum, Members.LEASE),
          ref -> started(number, ref));
    }
  }

  private void started(int number, ActorRef<QuorumMessage> ref) {
    if (!running) {
      nodes.get(number).endWatch(ref);
      return;
    }
    refs.set(number, ref);
    Set<ActorRef<QuorumMessage>> known = new HashSet<>();
    known.add(ref);
    nodes.stream().filter(node -> node.number() != number).forEach(node -> known.add(node.door()));
    ref.tell(new QuorumMessage.Watches(Receptionist.listing(QuorumWatch.KEY, known)));
  }

  /** What a node may say of what runs on it; while nothing is struck, all that it knows. */
  Quorum quorum(int node) {
    MajorityQuorum quorum = quorums.get(node);
    return running && quorum != null ? quorum : Quorum.always();
  }

  private long ownNanos(int node) {
    return loop.pauses().nowMicros(node) * 1_000;
  }

  /** A watch has sent this to that of another node. */
  void sent(int to, QuorumMessage message) {
    switch (message) {
      case QuorumMessage.Ping ping -> {
        int from = number(ping.replyTo());
        cross(from, to, new QuorumMessage.Ping(ping.round(), nodes.get(from).door(), ping.uid()));
      }
      case QuorumMessage.Pong pong -> {
        int from = number(pong.from());
        cross(from, to, new QuorumMessage.Pong(pong.round(), nodes.get(from).door()));
      }
      case QuorumMessage.Watches watches -> throw new IllegalStateException(watches.toString());
      case QuorumMessage.Tick tick -> throw new IllegalStateException(tick.toString());
      case QuorumMessage.Wanted wanted -> throw new IllegalStateException(wanted.toString());
    }
  }

  private void cross(int from, int to, QuorumMessage message) {
    if (!simulation.members().isConnected(from, to)
        || simulation.happens(simulation.weather().messages())) {
      return;
    }
    loop.after(
        loop.micros(HOP_MIN, HOP_MAX),
        () -> {
          ActorRef<QuorumMessage> ref = refs.get(to);
          if (ref != null && simulation.members().isConnected(from, to)) {
            ref.tell(message);
          }
        });
  }

  private static Address address(int node) {
    return Address.apply("akka", SYSTEM + node);
  }

  private static Set<Address> without(int node) {
    Set<Address> others = new HashSet<>(ALL);
    others.remove(address(node));
    return Set.copyOf(others);
  }

  private static int number(ActorRef<QuorumMessage> ref) {
    return number(ref.path().address());
  }

  private static int number(Address address) {
    return Integer.parseInt(address.system().substring(SYSTEM.length()));
  }

  /** Ends all of them, for nothing is struck any more: all hear one another all the time. */
  void stop() {
    running = false;
    for (SimulatedNode node : nodes) {
      ActorRef<QuorumMessage> ref = refs.set(node.number(), null);
      if (ref != null) {
        node.endWatch(ref);
      }
    }
  }
}
