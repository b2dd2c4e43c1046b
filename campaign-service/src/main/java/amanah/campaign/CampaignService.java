package amanah.campaign;

import akka.actor.CoordinatedShutdown;
import akka.actor.typed.ActorRef;
import akka.cluster.sharding.typed.javadsl.EntityTypeKey;
import amanah.campaign.application.AssessedCampaigns;
import amanah.campaign.application.Campaigns;
import amanah.campaign.application.Reply;
import amanah.campaign.application.ShardedCampaigns;
import amanah.campaign.entity.CampaignEnvironment;
import amanah.campaign.entity.CampaignSharding;
import amanah.campaign.ingress.grpc.CampaignRpcs;
import amanah.campaign.ingress.http.CampaignRoutes;
import amanah.campaign.journal.AgendaRows;
import amanah.campaign.journal.CampaignHistory;
import amanah.campaign.journal.CampaignJournal;
import amanah.campaign.journal.CampaignPages;
import amanah.campaign.journal.CampaignSnapshotSerializer;
import amanah.campaign.schedule.CampaignScheduler;
import amanah.campaign.schedule.ScheduleTimes;
import amanah.campaign.schedule.SchedulerMessage;
import amanah.campaign.stream.CampaignStreams;
import amanah.campaign.stream.JournaledStreams;
import amanah.campaign.stream.StreamLimits;
import amanah.grpc.Rpcs;
import amanah.http.Places;
import amanah.http.Readiness;
import amanah.http.RouteTable;
import amanah.journal.SnapshotWriter;
import amanah.node.NodeContext;
import amanah.node.NodePart;
import amanah.node.RunningService;
import amanah.protocol.zakat.AssessmentLookup;
import amanah.protocol.zakat.ZakatReporting;
import amanah.time.ElapsedTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The campaigns that fall to a node, and the way to all others. */
public final class CampaignService implements RunningService {

  /** What its node has to know before. */
  public static final NodePart PART = new NodePart("campaign.conf", CampaignJournal.SCHEMA);

  private final Campaigns campaigns;
  private final RouteTable routes;
  private final List<Rpcs> rpcs;
  private final CampaignHistory history;
  private final CampaignPages pages;
  private final SnapshotWriter snapshots;
  private final AgendaRows agenda;
  private final Optional<ZakatOffice> zakat;

  private CampaignService(
      Campaigns campaigns,
      RouteTable routes,
      List<Rpcs> rpcs,
      CampaignHistory history,
      CampaignPages pages,
      SnapshotWriter snapshots,
      AgendaRows agenda,
      Optional<ZakatOffice> zakat) {
    this.campaigns = campaigns;
    this.routes = routes;
    this.rpcs = rpcs;
    this.history = history;
    this.pages = pages;
    this.snapshots = snapshots;
    this.agenda = agenda;
    this.zakat = zakat;
  }

  /**
   * Begins to run campaigns on that node, if it has their role, and to find them on all.
   *
   * @param calculator whom campaigns tell of their zakat, wherever it is; empty where nobody counts
   *     it
   * @param assessments says whether a donation names one that was made; empty where nobody makes
   *     any
   */
  public static CampaignService start(
      CampaignSettings settings,
      NodeContext node,
      Optional<ActorRef<ZakatReporting>> calculator,
      Optional<AssessmentLookup> assessments) {
    Optional<ZakatOffice> zakat =
        calculator.map(address -> ZakatOffice.open(settings.zakat(), node, address));
    SnapshotWriter snapshots =
        SnapshotWriter.open(
            node.journal(), CampaignJournal.SCHEMA, new CampaignSnapshotSerializer());
    CampaignSharding sharding =
        CampaignSharding.start(
            node.system(),
            new CampaignEnvironment(
                settings.entity(),
                (persistenceId, snapshot) ->
                    snapshots.write(persistenceId.id(), snapshot.sequence(), snapshot),
                node.clock(),
                node.time(),
                node.random(),
                node.quorum(),
                zakat.map(ZakatOffice::reporters),
                ElapsedTime.ofMachine()));
    zakat.ifPresent(office -> office.sweep(node.system(), sharding));
    CampaignHistory history = CampaignHistory.open(node.journal());
    Campaigns sharded =
        new ShardedCampaigns(
            sharding, history, settings.askTimeout(), settings.askAgainAfter(), node.clock());
    Campaigns campaigns =
        assessments
            .map(lookup -> AssessedCampaigns.of(sharded, lookup, settings.askTimeout()))
            .orElse(sharded);
    CampaignPages pages = CampaignPages.open(node.journal());
    JournaledStreams streams = streams(settings.stream(), node, pages, sharding);
    Places listeners = settings.stream().places();
    return new CampaignService(
        campaigns,
        new CampaignRoutes(
            settings.batchRequests(),
            campaigns,
            streams,
            listeners,
            node.ids(),
            settings.names().with(node.ids())),
        rpcs(settings, campaigns, streams, listeners, node),
        history,
        pages,
        snapshots,
        schedule(settings.schedule(), node, sharded),
        zakat);
  }

  private static List<Rpcs> rpcs(
      CampaignSettings settings,
      Campaigns campaigns,
      CampaignStreams streams,
      Places listeners,
      NodeContext node) {
    List<Rpcs> rpcs =
        new ArrayList<>(
            CampaignRpcs.of(
                campaigns,
                settings.batchRequests(),
                settings.intake(),
                node.ids(),
                settings.names().with(node.ids())));
    rpcs.add(CampaignRpcs.events(streams, listeners, node.clock()));
    return rpcs;
  }

  /**
   * Streams end before the door closes, so that who listens is gone when requests are waited for.
   */
  private static JournaledStreams streams(
      StreamLimits limits, NodeContext node, CampaignPages pages, CampaignSharding sharding) {
    JournaledStreams streams =
        JournaledStreams.start(node.system(), pages, sharding::follow, limits);
    CoordinatedShutdown.get(node.system())
        .addTask(CoordinatedShutdown.PhaseBeforeServiceUnbind(), "end-the-streams", streams::stop);
    return streams;
  }

  private static AgendaRows schedule(ScheduleTimes times, NodeContext node, Campaigns campaigns) {
    AgendaRows agenda = AgendaRows.open(node.journal());
    CampaignSingletons.start(
        node.system(),
        CampaignScheduler.create(
            agenda,
            campaignId -> campaigns.get(campaignId).thenApply(Reply::whenDone),
            node.time(),
            times),
        "campaign-scheduler",
        new SchedulerMessage.Leave());
    return agenda;
  }

  /** The campaigns, for callers in the same process. */
  public Campaigns campaigns() {
    return campaigns;
  }

  @Override
  public RouteTable routes() {
    return routes;
  }

  @Override
  public List<Rpcs> rpcs() {
    return rpcs;
  }

  @Override
  public List<Readiness> readiness() {
    return List.of();
  }

  @Override
  public List<EntityTypeKey<?>> entityTypes() {
    return List.of(CampaignSharding.type());
  }

  @Override
  public void close() {
    history.close();
    pages.close();
    snapshots.close();
    agenda.close();
    zakat.ifPresent(ZakatOffice::close);
  }
}
