package amanah.campaign.journal;

import akka.serialization.SerializerWithStringManifest;
import amanah.campaign.domain.CampaignSnapshot;
import amanah.campaign.domain.Chunk;
import amanah.campaign.domain.IndexImage;
import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.journal.UnreadableEventException;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** Keeps snapshots in the journal's way: CBOR under a name of our own, old ones read for ever. */
public final class CampaignSnapshotSerializer extends SerializerWithStringManifest {

  /** Stands beside every snapshot and never changes. */
  public static final int IDENTIFIER = 1402;

  private static final String MANIFEST = "campaign-snapshot.v1";
  private static final int HEAD_EXPECTED_BYTES = 4 * 1024;
  private static final int CHUNK_HEAD_BYTES = 8;
  private static final CBORFactory CBOR = new CBORFactory();

  @Override
  public int identifier() {
    return IDENTIFIER;
  }

  @Override
  public String manifest(Object snapshot) {
    return MANIFEST;
  }

  @Override
  public byte[] toBinary(Object snapshot) {
    if (!(snapshot instanceof CampaignSnapshot campaign)) {
      throw new IllegalArgumentException(
          snapshot.getClass().getName() + " is no snapshot of a campaign");
    }
    try {
      return EventWriter.toBytes(
          CBOR, sizeExpected(campaign.index()), campaign, CampaignSnapshotFormat::write);
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }

  @Override
  public CampaignSnapshot fromBinary(byte[] bytes, String manifest) {
    if (!manifest.equals(MANIFEST)) {
      throw new UnreadableEventException(manifest, "unknown manifest, expected " + MANIFEST);
    }
    return EventReader.fromBytes(CBOR, manifest, bytes, CampaignSnapshotFormat::read);
  }

  private static int sizeExpected(IndexImage image) {
    return Stream.of(image.donationChunks(), image.donorChunks(), image.refundChunks())
        .flatMap(List::stream)
        .mapToInt(Chunk::length)
        .map(length -> length + CHUNK_HEAD_BYTES)
        .reduce(HEAD_EXPECTED_BYTES, Math::addExact);
  }
}
