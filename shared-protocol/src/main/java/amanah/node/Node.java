package amanah.node;

import akka.Done;
import akka.actor.CoordinatedShutdown;
import akka.actor.typed.ActorSystem;
import amanah.cluster.ClusterFormation;
import amanah.cluster.ClusterSettings;
import amanah.cluster.ClusterView;
import amanah.cluster.ClusterWindow;
import amanah.cluster.Quorum;
import amanah.cluster.QuorumWatch;
import amanah.grpc.GrpcDoor;
import amanah.http.HttpDoor;
import amanah.http.HttpSettings;
import amanah.http.Readiness;
import amanah.journal.ClockLimits;
import amanah.journal.Durability;
import amanah.journal.JournalClock;
import amanah.journal.JournalSettings;
import amanah.journal.MigrationRole;
import amanah.journal.register.Enrolment;
import amanah.journal.register.Register;
import amanah.supervision.ChildKey;
import amanah.supervision.ChildSpec;
import amanah.supervision.Supervision;
import amanah.supervision.Supervisor;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One running node: a member of its cluster, with the services of its plan and one door to them.
 *
 * <p>It starts from the inside out (schemas, actors, cluster, services, door) and stops the other
 * way round: the door closes and lets the requests in flight end, the entities are handed over, the
 * node leaves.
 *
 * @param <S> its services
 */
public final class Node<S extends NodeServices> {

  private static final String SYSTEM = "amanah";
  private static final ChildKey<JournalWatch.Message> JOURNAL_WATCH = ChildKey.of("journal-watch");
  private static final int RESTARTS_MAX = 10;
  private static final Duration RESTART_PERIOD = Duration.ofMinutes(1);

  private final ActorSystem<?> system;
  private final S services;
  private final URI uri;

  private Node(ActorSystem<?> system, S services, URI uri) {
    this.system = system;
    this.services = services;
    this.uri = uri;
  }

  /**
   * Starts a node by the defaults of {@code node.conf} and its services' files, what system
   * properties say in their place, and what {@code settings} says above all; done when the node
   * takes requests.
   *
   * @param machineClock the clock of this machine, which is only compared: the time is the
   *     journal's
   * @throws IllegalArgumentException if a setting is unknown or could never work
   */
  public static <S extends NodeServices> CompletionStage<Node<S>> start(
      Config settings, InstantSource machineClock, NodePlan<S> plan) {
    Config config = config(sessions().withFallback(settings), plan);
    HttpSettings http = HttpSettings.of(config);
    NodePlan.Start<S> services = plan.reading().apply(config);
    ClusterSettings cluster = ClusterSettings.of(config);
    JournalSettings journal = JournalSettings.of(config);
    Durability.of(config).prove(journal);
    MigrationRole owner = MigrationRole.of(config);
    Enrolment.of(journal, owner);
    plan.parts().forEach(part -> part.schema().migrate(journal, owner));
    JournalClock clock = JournalClock.of(journal, ClockLimits.of(config), machineClock);
    ActorSystem<?> system =
        ActorSystem.create(
            Supervisor.create(guardian(clock, machineClock)),
            SYSTEM,
            cluster.forAkka().withFallback(config));
    NodeEnd end = new NodeEnd(system);
    return ClusterFormation.join(system, cluster)
        .thenCompose(up -> enter(system, journal, end, cluster.startTimeout()))
        .thenApplyAsync(
            register -> {
              Quorum quorum = QuorumWatch.start(system, cluster.quorumLease(), end::hasBegun);
              DeadMembers.start(system, register, quorum);
              S running = services.on(context(system, journal, clock, quorum));
              return open(system, http, running, new NodeReadiness(system, clock, quorum));
            },
            Thread::startVirtualThread)
        .whenComplete(
            (node, failure) -> {
              if (failure != null) {
                system.terminate();
              }
            });
  }

  /** The node's sessions have a name of their own, and say it before anything else. */
  private static Config sessions() {
    return ConfigFactory.parseMap(
        Map.of(
            "amanah.journal.session",
            Enrolment.newSession(),
            "amanah.journal.opening",
            Enrolment.OPENING));
  }

  private static CompletionStage<Register> enter(
      ActorSystem<?> system, JournalSettings journal, NodeEnd end, Duration timeout) {
    Register register = Register.open(journal);
    var unused = system.getWhenTerminated().thenRun(register::close);
    return MemberFence.start(system, register, end)
        .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .thenApply(
            history -> {
              HistoryWatch.start(system, history, end);
              return register;
            });
  }

  private static Config config(Config settings, NodePlan<?> plan) {
    Config defaults = NodeDefaults.of(plan.parts().stream().map(NodePart::defaults).toList());
    Config config =
        settings
            .withFallback(ConfigFactory.defaultOverrides())
            .withFallback(defaults)
            .resolve()
            .withoutPath("amanah.terminal"); // the launcher's word to the command line
    KnownKeys.check("amanah", config, defaults.resolve());
    return config;
  }

  /** The children of the whole node, one for one. */
  private static Supervision guardian(JournalClock clock, InstantSource machineClock) {
    return Supervision.oneForOne()
        .intensity(RESTARTS_MAX, RESTART_PERIOD)
        .child(
            ChildSpec.permanent(
                JOURNAL_WATCH, siblings -> JournalWatch.create(clock, machineClock)));
  }

  private static NodeContext context(
      ActorSystem<?> system, JournalSettings journal, JournalClock clock, Quorum quorum) {
    return new NodeContext(
        system,
        journal,
        clock,
        clock.timekeeper(),
        quorum,
        new SharedRandom(new SplittableRandom()),
        Node::newId);
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }

  private static <S extends NodeServices> Node<S> open(
      ActorSystem<?> system, HttpSettings http, S services, Readiness node) {
    List<RunningService> running = services.running();
    Stream<Readiness> ready = running.stream().flatMap(service -> service.readiness().stream());
    Readiness readiness = Readiness.all(Stream.concat(Stream.of(node), ready).toList());
    ClusterView cluster =
        new ClusterWindow(
            system, running.stream().flatMap(service -> service.entityTypes().stream()).toList());
    HttpDoor door =
        new HttpDoor(
            http,
            running.stream().map(RunningService::routes).toList(),
            readiness,
            cluster,
            Node::newId,
            new GrpcDoor(
                running.stream().flatMap(service -> service.rpcs().stream()).toList(),
                readiness,
                cluster));
    int port = door.start();
    closeInOrder(system, door, running);
    return new Node<>(system, services, URI.create("http://" + http.host() + ":" + port));
  }

  private static void closeInOrder(
      ActorSystem<?> system, HttpDoor door, List<RunningService> services) {
    CoordinatedShutdown shutdown = CoordinatedShutdown.get(system);
    shutdown.addTask(
        CoordinatedShutdown.PhaseServiceUnbind(),
        "close-the-door",
        () -> closeDoor(shutdown, door));
    shutdown.addTask(
        CoordinatedShutdown.PhaseBeforeActorSystemTerminate(),
        "close-the-services",
        () ->
            CompletableFuture.supplyAsync(
                () -> {
                  services.reversed().forEach(RunningService::close);
                  return Done.getInstance();
                }));
  }

  /** A node that the others have excluded has nothing to finish, and shall be gone soon. */
  private static CompletionStage<Done> closeDoor(CoordinatedShutdown shutdown, HttpDoor door) {
    CompletionStage<Done> closed = door.stop().thenApply(nothing -> Done.getInstance());
    boolean excluded = NodeEnd.isExcluded(shutdown);
    return excluded ? CompletableFuture.completedFuture(Done.getInstance()) : closed;
  }

  /** What runs on it, for callers in the same process. */
  public S services() {
    return services;
  }

  /** Where its door is. */
  public URI uri() {
    return uri;
  }

  /** Done when the node has gone, for whatever reason. */
  public CompletionStage<Done> terminated() {
    return system.getWhenTerminated();
  }

  /** Stops in order; done when the node has gone. */
  public CompletionStage<Done> stop() {
    return CoordinatedShutdown.get(system).runAll(CoordinatedShutdown.actorSystemTerminateReason());
  }
}
