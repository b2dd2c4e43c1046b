package amanah.campaign;

import akka.Done;
import akka.actor.CoordinatedShutdown;
import akka.actor.typed.ActorSystem;
import akka.cluster.MemberStatus;
import akka.cluster.typed.Cluster;
import amanah.campaign.application.Campaigns;
import amanah.campaign.application.ShardedCampaigns;
import amanah.campaign.entity.CampaignEnvironment;
import amanah.campaign.entity.CampaignSharding;
import amanah.campaign.ingress.http.HttpDoor;
import amanah.campaign.ingress.http.HttpSettings;
import amanah.campaign.ingress.http.Readiness;
import amanah.campaign.journal.CampaignHistory;
import amanah.campaign.journal.CampaignSchema;
import amanah.campaign.journal.JournalClock;
import amanah.campaign.journal.JournalHealth;
import amanah.campaign.journal.JournalSettings;
import amanah.campaign.journal.SnapshotWriter;
import amanah.cluster.ClusterFormation;
import amanah.cluster.ClusterSettings;
import amanah.cluster.ClusterWindow;
import amanah.cluster.Quorum;
import amanah.cluster.QuorumWatch;
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
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * One running node of the campaign service: a member of its cluster, with the campaigns that fall
 * to it and an open door.
 *
 * <p>It starts from the inside out (schema, actors, cluster, campaigns, door) and stops the other
 * way round: the door closes and lets the requests in flight end, the campaigns are handed over,
 * the node leaves.
 */
public final class CampaignNode {

  private static final String SYSTEM = "amanah";
  private static final ChildKey<JournalWatch.Message> JOURNAL_WATCH = ChildKey.of("journal-watch");
  private static final int RESTARTS_MAX = 10;
  private static final Duration RESTART_PERIOD = Duration.ofMinutes(1);

  private final ActorSystem<?> system;
  private final Campaigns campaigns;
  private final URI uri;

  private CampaignNode(ActorSystem<?> system, Campaigns campaigns, URI uri) {
    this.system = system;
    this.campaigns = campaigns;
    this.uri = uri;
  }

  /**
   * Starts a node by the defaults of {@code campaign.conf}, what system properties say in their
   * place, and what {@code settings} says above all; done when the node takes requests.
   *
   * @throws IllegalArgumentException if a setting is unknown or could never work
   */
  public static CompletionStage<CampaignNode> start(Config settings) {
    return start(settings, InstantSource.system());
  }

  /**
   * The same on a machine with that clock, which is only compared: the time is the journal's.
   *
   * @throws IllegalArgumentException if a setting is unknown or could never work
   */
  public static CompletionStage<CampaignNode> start(Config settings, InstantSource machineClock) {
    Config defaults =
        ConfigFactory.parseResources("campaign.conf")
            .withFallback(ConfigFactory.defaultReferenceUnresolved());
    Config config =
        settings
            .withFallback(ConfigFactory.defaultOverrides())
            .withFallback(defaults)
            .resolve()
            .withoutPath("amanah.terminal"); // the launcher's word to the command line
    KnownKeys.check("amanah", config, defaults.resolve());
    CampaignSettings campaign = CampaignSettings.of(config);
    JournalSettings journal = JournalSettings.of(config);
    CampaignSchema.migrate(journal);
    JournalClock clock = JournalClock.of(journal);
    ClusterSettings cluster = ClusterSettings.of(config);
    ActorSystem<?> system =
        ActorSystem.create(
            Supervisor.create(guardian(clock, machineClock)),
            SYSTEM,
            cluster.forAkka().withFallback(config));
    return ClusterFormation.join(system, cluster)
        .thenApplyAsync(
            up ->
                open(
                    system,
                    campaign,
                    journal,
                    clock,
                    QuorumWatch.start(system, cluster.quorumLease())),
            Thread::startVirtualThread)
        .whenComplete(
            (node, failure) -> {
              if (failure != null) {
                system.terminate();
              }
            });
  }

  /** The children of the whole node, one for one. */
  private static Supervision guardian(JournalClock clock, InstantSource machineClock) {
    return Supervision.oneForOne()
        .intensity(RESTARTS_MAX, RESTART_PERIOD)
        .child(
            ChildSpec.permanent(
                JOURNAL_WATCH, siblings -> JournalWatch.create(clock, machineClock)));
  }

  private static CampaignNode open(
      ActorSystem<?> system,
      CampaignSettings settings,
      JournalSettings journal,
      JournalClock clock,
      Quorum quorum) {
    HttpSettings http = settings.http();
    SnapshotWriter snapshots = SnapshotWriter.open(journal);
    CampaignSharding sharding =
        CampaignSharding.start(
            system,
            new CampaignEnvironment(
                settings.entity(),
                (persistenceId, snapshot) -> snapshots.write(persistenceId.id(), snapshot),
                clock,
                new SharedRandom(new SplittableRandom()),
                quorum,
                Optional.empty()));
    CampaignHistory history = CampaignHistory.open(journal);
    Campaigns campaigns =
        new ShardedCampaigns(
            sharding, history, settings.askTimeout(), settings.askAgainAfter(), clock);
    HttpDoor door =
        new HttpDoor(
            http,
            campaigns,
            readiness(system, clock, quorum),
            new ClusterWindow(system, List.of(CampaignSharding.type())),
            () -> UUID.randomUUID().toString());
    int port = door.start();
    closeInOrder(system, door, history, snapshots);
    return new CampaignNode(system, campaigns, URI.create("http://" + http.host() + ":" + port));
  }

  private static Readiness readiness(ActorSystem<?> system, JournalClock clock, Quorum quorum) {
    JournalHealth health = JournalHealth.of(system, clock);
    Cluster cluster = Cluster.get(system);
    return () -> health.check().thenApply(report -> state(report, cluster, quorum));
  }

  private static Readiness.State state(
      JournalHealth.Report report, Cluster cluster, Quorum quorum) {
    MemberStatus status = cluster.selfMember().status();
    if (!status.equals(MemberStatus.up())) {
      return new Readiness.State(false, "the node is " + status);
    }
    return quorum.held()
        ? new Readiness.State(report.reachable(), report.detail())
        : new Readiness.State(false, Quorum.LOST);
  }

  private static void closeInOrder(
      ActorSystem<?> system, HttpDoor door, CampaignHistory history, SnapshotWriter snapshots) {
    CoordinatedShutdown shutdown = CoordinatedShutdown.get(system);
    shutdown.addTask(
        CoordinatedShutdown.PhaseServiceUnbind(),
        "close-the-door",
        () -> closeDoor(shutdown, door));
    shutdown.addTask(
        CoordinatedShutdown.PhaseBeforeActorSystemTerminate(),
        "close-history-and-snapshots",
        () ->
            CompletableFuture.supplyAsync(
                () -> {
                  history.close();
                  snapshots.close();
                  return Done.getInstance();
                }));
  }

  /** A node that the others have excluded has nothing to finish, and shall be gone soon. */
  private static CompletionStage<Done> closeDoor(CoordinatedShutdown shutdown, HttpDoor door) {
    CompletionStage<Done> closed = door.stop().thenApply(nothing -> Done.getInstance());
    boolean excluded =
        shutdown
            .getShutdownReason()
            .filter(reason -> reason.equals(CoordinatedShutdown.clusterDowningReason()))
            .isPresent();
    return excluded ? CompletableFuture.completedFuture(Done.getInstance()) : closed;
  }

  /** Where its door is. */
  public URI uri() {
    return uri;
  }

  /** The campaigns, for callers in the same process. */
  public Campaigns campaigns() {
    return campaigns;
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
