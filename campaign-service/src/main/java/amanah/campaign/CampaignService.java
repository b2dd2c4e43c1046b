package amanah.campaign;

import akka.cluster.sharding.typed.javadsl.EntityTypeKey;
import amanah.campaign.application.Campaigns;
import amanah.campaign.application.ShardedCampaigns;
import amanah.campaign.entity.CampaignEnvironment;
import amanah.campaign.entity.CampaignSharding;
import amanah.campaign.ingress.grpc.CampaignRpcs;
import amanah.campaign.ingress.http.CampaignRoutes;
import amanah.campaign.journal.CampaignHistory;
import amanah.campaign.journal.CampaignJournal;
import amanah.campaign.journal.CampaignSnapshotSerializer;
import amanah.grpc.Rpcs;
import amanah.http.Readiness;
import amanah.http.RouteTable;
import amanah.journal.SnapshotWriter;
import amanah.node.NodeContext;
import amanah.node.NodePart;
import amanah.node.RunningService;
import java.util.List;

/** The campaigns that fall to a node, and the way to all others. */
public final class CampaignService implements RunningService {

  /** What its node has to know before. */
  public static final NodePart PART = new NodePart("campaign.conf", CampaignJournal.SCHEMA);

  private final Campaigns campaigns;
  private final RouteTable routes;
  private final List<Rpcs> rpcs;
  private final CampaignHistory history;
  private final SnapshotWriter snapshots;

  private CampaignService(
      Campaigns campaigns,
      RouteTable routes,
      List<Rpcs> rpcs,
      CampaignHistory history,
      SnapshotWriter snapshots) {
    this.campaigns = campaigns;
    this.routes = routes;
    this.rpcs = rpcs;
    this.history = history;
    this.snapshots = snapshots;
  }

  /** Begins to run campaigns on that node, if it has their role, and to find them on all. */
  public static CampaignService start(CampaignSettings settings, NodeContext node) {
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
                node.quorum()));
    CampaignHistory history = CampaignHistory.open(node.journal());
    Campaigns campaigns =
        new ShardedCampaigns(
            sharding, history, settings.askTimeout(), settings.askAgainAfter(), node.clock());
    return new CampaignService(
        campaigns,
        new CampaignRoutes(settings.batchRequests(), campaigns, node.ids()),
        CampaignRpcs.of(campaigns, settings.batchRequests(), settings.intake(), node.ids()),
        history,
        snapshots);
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
    snapshots.close();
  }
}
