package amanah.campaign.journal;

import amanah.campaign.domain.CampaignEvent;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.IOException;

/** How one type of event is kept: its name in the journal, its writer and its reader. */
record EventFormat<E extends CampaignEvent>(
    String manifest, Class<E> type, EventWriter.Fields<E> writer, EventReader.Fields<E> reader) {

  private static final CBORFactory CBOR = new CBORFactory();
  private static final int SIZE_EXPECTED_BYTES = 16 * 1024;

  byte[] toBytes(CampaignEvent event) throws IOException {
    return EventWriter.toBytes(CBOR, SIZE_EXPECTED_BYTES, type.cast(event), writer);
  }

  CampaignEvent fromBytes(byte[] bytes) {
    return EventReader.fromBytes(CBOR, manifest, bytes, reader);
  }
}
