package amanah.zakat.journal;

import amanah.journal.EventReader;
import amanah.journal.EventWriter;
import amanah.zakat.domain.fund.CurrencyFund;
import amanah.zakat.domain.fund.Fund;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fund of a checkpoint, each currency as in a snapshot. Derived: it may change, and be lost.
 */
final class FundCheckpointFormat {

  private static final String NAME = "fund-checkpoint";
  private static final String FUND = "fund";
  private static final int SIZE_EXPECTED_BYTES = 1024;
  private static final CBORFactory CBOR = new CBORFactory();

  private FundCheckpointFormat() {}

  static byte[] toBytes(Fund fund) {
    try {
      return EventWriter.toBytes(CBOR, SIZE_EXPECTED_BYTES, fund, FundCheckpointFormat::write);
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }

  static Fund fromBytes(byte[] bytes) {
    return EventReader.fromBytes(CBOR, NAME, bytes, FundCheckpointFormat::read);
  }

  private static void write(Fund fund, EventWriter writer) throws IOException {
    Maps.writeAll(FUND, fund.inOrder(), FundFields::write, writer);
  }

  private static Fund read(EventReader reader) throws IOException {
    @Nullable List<CurrencyFund> funds = null;
    for (String field = reader.nextField(); field != null; field = reader.nextField()) {
      if (!field.equals(FUND)) {
        throw reader.unknown(field);
      }
      funds = Maps.readAll(field, FundFields::read, reader);
    }
    return BookSnapshotFormat.fund(reader.required(FUND, funds));
  }
}
