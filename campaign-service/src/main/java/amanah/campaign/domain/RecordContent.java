package amanah.campaign.domain;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** What follows the id in a record: a fingerprint of 8 bytes, then numbers as {@link Varint}s. */
final class RecordContent {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final int FINGERPRINT_BYTES = Long.BYTES;

  private RecordContent() {}

  static int length(long... numbers) {
    int bytes = FINGERPRINT_BYTES;
    for (long number : numbers) {
      bytes += Varint.length(number);
    }
    return bytes;
  }

  static void write(IdTable table, int record, long fingerprint, long... numbers) {
    byte[] bytes = table.bytes(record);
    int place = table.content(record);
    LONG.set(bytes, place, fingerprint);
    place += FINGERPRINT_BYTES;
    for (long number : numbers) {
      place = Varint.write(number, bytes, place);
    }
  }

  static long fingerprint(IdTable table, int record) {
    return (long) LONG.get(table.bytes(record), table.content(record));
  }

  static long number(IdTable table, int record, int index) {
    byte[] bytes = table.bytes(record);
    int first = table.content(record) + FINGERPRINT_BYTES;
    return Varint.read(bytes, Varint.skip(index, bytes, first));
  }
}
