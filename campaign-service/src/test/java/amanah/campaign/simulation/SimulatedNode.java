package amanah.campaign.simulation;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.Props;
import akka.actor.typed.Signal;
import akka.actor.typed.Terminated;
import akka.actor.typed.javadsl.AbstractOnMessageBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import amanah.campaign.entity.CampaignMessage;
import amanah.cluster.QuorumMessage;
import amanah.protocol.zakat.ZakatReporting;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * One node: a real actor system whose dispatcher, scheduler, journal and snapshot store are the
 * loop's. It outlives the simulations, for it takes longer to start than they do.
 */
final class SimulatedNode {

  static final int COUNT = 3;

  private static final String SETTINGS =
      """
      akka {
        loglevel = OFF
        stdout-loglevel = OFF
        use-slf4j = off
        log-dead-letters = off
        jvm-shutdown-hooks = off
        coordinated-shutdown.run-by-actor-system-terminate = off
        coordinated-shutdown.run-by-jvm-shutdown-hook = off
        scheduler.implementation = "amanah.campaign.simulation.LoopScheduler"
        actor {
          provider = local
          # One message of one actor at a time, so that chance decides about each.
          default-dispatcher {
            type = Dispatcher
            executor = "amanah.campaign.simulation.LoopExecutor$Configurator"
            throughput = 1
          }
          internal-dispatcher = "akka.actor.default-dispatcher"
        }
        # All is there before the first simulation, so that it is like any other.
        extensions = ["akka.persistence.Persistence"]
        persistence.journal.auto-start-journals = ["campaign-journal"]
        persistence.snapshot-store.auto-start-snapshot-stores = ["campaign-snapshot-store"]
      }
      campaign-journal {
        class = "amanah.campaign.simulation.JournalPlugin"
        plugin-dispatcher = "akka.actor.default-dispatcher"
        replay-dispatcher = "akka.actor.default-dispatcher"
        # A breaker outlives a simulation; an open one would leak into the next.
        circuit-breaker.max-failures = 2000000000
      }
      campaign-snapshot-store {
        class = "amanah.campaign.simulation.SnapshotPlugin"
        plugin-dispatcher = "akka.actor.default-dispatcher"
        circuit-breaker.max-failures = 2000000000
      }
      """;

  private final int number;
  private final ActorSystem<Order> system;
  private final ActorRef<ZakatReporting> calculator;
  private final ActorRef<QuorumMessage> door;

  private SimulatedNode(
      int number,
      ActorSystem<Order> system,
      ActorRef<ZakatReporting> calculator,
      ActorRef<QuorumMessage> door) {
    this.number = number;
    this.system = system;
    this.calculator = calculator;
    this.door = door;
  }

  /** What a node's guardian is told. */
  private sealed interface Order {

    record Start(Incarnation incarnation, Behavior<CampaignMessage> campaign) implements Order {}

    record Stop(Incarnation incarnation) implements Order {}

    record Watch(Behavior<QuorumMessage> watch, Consumer<ActorRef<QuorumMessage>> started)
        implements Order {}

    record EndWatch(ActorRef<QuorumMessage> watch) implements Order {}
  }

  /** Plays the shard: starts campaigns, stops them, and notices when one has ended. */
  private static final class Guardian extends AbstractOnMessageBehavior<Order> {

    private final Map<ActorRef<?>, Incarnation> incarnations = new HashMap<>();

    Guardian(ActorContext<Order> context) {
      super(context);
    }

    @Override
    public Behavior<Order> onMessage(Order order) {
      switch (order) {
        case Order.Start start -> onStart(start);
        case Order.Stop stop -> stop.incarnation().ref().ifPresent(getContext()::stop);
        case Order.Watch watch ->
            watch.started().accept(getContext().spawnAnonymous(watch.watch()));
        case Order.EndWatch end -> getContext().stop(end.watch());
      }
      return this;
    }

    private void onStart(Order.Start start) {
      ActorRef<CampaignMessage> ref = getContext().spawnAnonymous(start.campaign());
      getContext().watch(ref);
      incarnations.put(ref, start.incarnation());
      start.incarnation().started(ref);
    }

    @Override
    public Behavior<Order> onSignal(Signal signal) {
      if (signal instanceof Terminated terminated) {
        Incarnation ended = incarnations.remove(terminated.getRef());
        if (ended != null) {
          ended.ended();
        }
      }
      return this;
    }
  }

  /** All nodes, up. */
  static List<SimulatedNode> start() {
    return IntStream.range(0, COUNT).mapToObj(SimulatedNode::start).toList();
  }

  private static SimulatedNode start(int number) {
    Config settings =
        ConfigFactory.parseMap(
                Map.of(
                    "akka.actor.default-dispatcher.simulated-node", number,
                    "campaign-journal.simulated-node", number,
                    "campaign-snapshot-store.simulated-node", number))
            .withFallback(ConfigFactory.parseString(SETTINGS))
            .withFallback(ConfigFactory.load());
    return EventLoop.SHARED.whileServing(
        () -> {
          ActorSystem<Order> starting =
              ActorSystem.create(Behaviors.setup(Guardian::new), "node-" + number, settings);
          starting.eventStream().narrow(); // made when it is first looked at
          return new SimulatedNode(
              number,
              starting,
              starting.systemActorOf(wayToCalculator(number), "calculator", Props.empty()),
              starting.systemActorOf(wayToWatch(number), "watch", Props.empty()));
        });
  }

  /** What campaigns on a node tell the calculator goes to that of the present run. */
  private static Behavior<ZakatReporting> wayToCalculator(int number) {
    return Behaviors.receiveMessage(
        message -> {
          Simulation.current().calculator().sent(number, message);
          return Behaviors.same();
        });
  }

  /** What other nodes' watches tell that of a node crosses the network of the present run. */
  private static Behavior<QuorumMessage> wayToWatch(int number) {
    return Behaviors.receiveMessage(
        message -> {
          Simulation.current().watches().sent(number, message);
          return Behaviors.same();
        });
  }

  /** Where others send what is for this node's watch. */
  ActorRef<QuorumMessage> door() {
    return door;
  }

  void watch(Behavior<QuorumMessage> watch, Consumer<ActorRef<QuorumMessage>> started) {
    system.tell(new Order.Watch(watch, started));
  }

  void endWatch(ActorRef<QuorumMessage> watch) {
    system.tell(new Order.EndWatch(watch));
  }

  ActorRef<ZakatReporting> calculator() {
    return calculator;
  }

  int number() {
    return number;
  }

  void start(Incarnation incarnation, Behavior<CampaignMessage> campaign) {
    system.tell(new Order.Start(incarnation, campaign));
  }

  void stop(Incarnation incarnation) {
    system.tell(new Order.Stop(incarnation));
  }

  void terminate() {
    system.terminate();
    EventLoop.SHARED.settle();
  }

  @Override
  public String toString() {
    return "node-" + number;
  }
}
