package amanah.campaign.journal;

import amanah.campaign.domain.Chunk;
import amanah.campaign.domain.IndexImage;
import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The image of a donation index as a map within a snapshot; its records stay the bytes they are.
 */
final class ImageFields {

  private static final String DONATIONS = "donations";
  private static final String DONORS = "donors";
  private static final String REFUNDS = "refunds";
  private static final String DONATION_CHUNKS = "donationChunks";
  private static final String DONOR_CHUNKS = "donorChunks";
  private static final String REFUND_CHUNKS = "refundChunks";

  private ImageFields() {}

  static void write(String name, IndexImage image, EventWriter writer) throws IOException {
    writer.startMap(name);
    writer.number(DONATIONS, image.donations());
    writer.number(DONORS, image.donors());
    writer.number(REFUNDS, image.refunds());
    write(DONATION_CHUNKS, image.donationChunks(), writer);
    write(DONOR_CHUNKS, image.donorChunks(), writer);
    write(REFUND_CHUNKS, image.refundChunks(), writer);
    writer.endMap();
  }

  private static void write(String name, List<Chunk> chunks, EventWriter writer)
      throws IOException {
    writer.startList(name, chunks.size());
    for (Chunk chunk : chunks) {
      writer.element(chunk.bytes(), chunk.length());
    }
    writer.endList();
  }

  static IndexImage read(String name, EventReader reader) throws IOException {
    @Nullable Integer donations = null;
    @Nullable Integer donors = null;
    @Nullable Integer refunds = null;
    @Nullable List<Chunk> donationChunks = null;
    @Nullable List<Chunk> donorChunks = null;
    @Nullable List<Chunk> refundChunks = null;
    reader.startMap(name);
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      switch (field) {
        case DONATIONS -> donations = reader.smallNumber(field);
        case DONORS -> donors = reader.smallNumber(field);
        case REFUNDS -> refunds = reader.smallNumber(field);
        case DONATION_CHUNKS -> donationChunks = chunks(field, reader);
        case DONOR_CHUNKS -> donorChunks = chunks(field, reader);
        case REFUND_CHUNKS -> refundChunks = chunks(field, reader);
        default -> throw reader.unknown(field);
      }
    }
    return new IndexImage(
        reader.required(DONATIONS, donations),
        reader.required(DONORS, donors),
        reader.required(REFUNDS, refunds),
        reader.required(DONATION_CHUNKS, donationChunks),
        reader.required(DONOR_CHUNKS, donorChunks),
        reader.required(REFUND_CHUNKS, refundChunks));
  }

  private static List<Chunk> chunks(String field, EventReader reader) throws IOException {
    return reader.binaries(field).stream().map(Chunk::of).toList();
  }
}
