package amanah.campaign.journal;

import amanah.campaign.domain.CampaignSnapshot;
import amanah.campaign.domain.Chunk;
import amanah.campaign.domain.IndexImage;
import amanah.journal.SnapshotSerializer;
import java.util.List;
import java.util.stream.Stream;

/** How snapshots of campaigns are kept. */
public final class CampaignSnapshotSerializer extends SnapshotSerializer<CampaignSnapshot> {

  /** Stands beside every snapshot and never changes. */
  public static final int IDENTIFIER = 1402;

  private static final int HEAD_EXPECTED_BYTES = 4 * 1024;
  private static final int CHUNK_HEAD_BYTES = 8;

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
  protected int sizeExpected(CampaignSnapshot snapshot) {
    IndexImage image = snapshot.index();
    return Stream.of(image.donationChunks(), image.donorChunks(), image.refundChunks())
        .flatMap(List::stream)
        .mapToInt(Chunk::length)
        .map(length -> length + CHUNK_HEAD_BYTES)
        .reduce(HEAD_EXPECTED_BYTES, Math::addExact);
  }
}
