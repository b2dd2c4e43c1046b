package amanah.journal;

import java.util.zip.CRC32C;

/**
 * What is known of a kept snapshot before it is read.
 *
 * @param id its name among those in parts; {@link #IN_ONE_ROW} for one of the older form
 * @param sequence the number of the last event in it
 * @param createdMillis when it was kept, in milliseconds since 1970
 * @param serializer who has written its bytes
 * @param manifest the name of their format
 * @param parts how many parts they are read in
 */
record SnapshotHead(
    long id, long sequence, long createdMillis, int serializer, String manifest, int parts) {

  /** The bytes of a part that is written; read is what is there. */
  static final int PART_BYTES = 1 << 20;

  static final long IN_ONE_ROW = 0;

  private static final int NUMBER_BYTES = Integer.BYTES;

  boolean inOneRow() {
    return id == IN_ONE_ROW;
  }

  /** CRC-32C of a part's number (4 bytes, highest first) and its bytes. */
  static long checksum(int number, byte[] bytes, int length) {
    CRC32C checksum = new CRC32C();
    for (int shift = (NUMBER_BYTES - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      checksum.update(number >>> shift);
    }
    checksum.update(bytes, 0, length);
    return checksum.getValue();
  }
}
