package amanah.campaign;

import akka.actor.typed.ActorRef;
import akka.cluster.sharding.typed.javadsl.EntityTypeKey;
import amanah.campaign.application.Campaigns;
import amanah.campaign.application.ShardedCampaigns;
import amanah.campaign.entity.CampaignEnvironment;
import amanah.campaign.entity.CampaignSharding;
import amanah.campaign.ingress.http.CampaignRoutes;
import amanah.campaign.journal.CampaignHistory;
import amanah.campaign.journal.CampaignJournal;
import amanah.campaign.journal.CampaignSnapshotSerializer;
import amanah.http.Readiness;
import amanah.http.RouteTable;
import amanah.journal.SnapshotWriter;
import amanah.node.NodeContext;
import amanah.node.NodePart;
import amanah.node.RunningService;
import amanah.protocol.zakat.ZakatReporting;
import java.util.List;
import java.util.Optional;

/** The campaigns that fall to a node, and the way to all others. */
public final class CampaignService implements RunningService {

  /** What its node has to know before. */
  public static final NodePart PART = new NodePart("campaign.conf", CampaignJournal.SCHEMA);

  private final Campaigns campaigns;
  private final RouteTable routes;
  private final CampaignHistory history;
  private final SnapshotWriter snapshots;
  private final Optional<ZakatOffice> zakat;

  private CampaignService(
      Campaigns campaigns,
      RouteTable routes,
      CampaignHistory history,
      SnapshotWriter snapshots,
      Optional<ZakatOffice> zakat) {
    this.campaigns = campaigns;
    this.routes = routes;
    this.history = history;
    this.snapshots = snapshots;
    this.zakat = zakat;
  }

  /**
   * Begins to run campaigns on that node, if it has their role, and to find them on all.
   *
   * @param calculator whom campaigns tell of their zakat, wherever it is; empty where nobody counts
   *     it
   */
  public static CampaignService start(
      CampaignSettings settings, NodeContext node, Optional<ActorRef<ZakatReporting>> calculator) {
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
                node.random(),
                node.quorum(),
                zakat.map(ZakatOffice::reporters)));
    zakat.ifPresent(office -> office.sweep(node.system(), sharding));
    CampaignHistory history = CampaignHistory.open(node.journal());
    Campaigns campaigns =
        new ShardedCampaigns(
            sharding, history, settings.askTimeout(), settings.askAgainAfter(), node.clock());
    return new CampaignService(
        campaigns,
        new CampaignRoutes(settings.batchRequests(), campaigns, node.ids()),
        history,
        snapshots,
        zakat);
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
    snapshots.close();
    zakat.ifPresent(ZakatOffice::close);
  }
}
