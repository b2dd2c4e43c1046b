package amanah.campaign.journal;

import amanah.campaign.domain.Campaign;
import amanah.campaign.domain.CampaignSnapshot;
import amanah.journal.SnapshotSerializer;

/** How snapshots of campaigns are kept. */
public final class CampaignSnapshotSerializer extends SnapshotSerializer<CampaignSnapshot> {

  /** Stands beside every snapshot and never changes. */
  public static final int IDENTIFIER = 1402;

  /** Made by Akka. */
  public CampaignSnapshotSerializer() {
    super(
        IDENTIFIER,
        "campaign-snapshot.v1",
        CampaignSnapshot.class,
        CampaignSnapshotFormat::write,
        CampaignSnapshotFormat::read);
  }

  @Override
  protected long sequence(CampaignSnapshot snapshot) {
    return snapshot.sequence();
  }

  /** The campaign, whose tables of ids take seconds to fill when it is large. */
  @Override
  protected Object restored(CampaignSnapshot snapshot) {
    return Campaign.restore(snapshot);
  }
}
