package amanah.campaign.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Records one after another in chunks of bytes, only ever appended to.
 *
 * <p>A record begins with its length in one byte, lies within one chunk and is named by an int: the
 * number of its chunk in the upper 15 bits, its place there in the lower 16. All chunks but the
 * last are as long as they are full; the last grows by a quarter of the whole, so that a small
 * arena stays small and a large one moves no more than 64 KiB.
 */
final class ByteArena {

  /** The most that fits: 32,767 chunks of 64 KiB, just under 2 GiB. */
  static final int CHUNKS_MAX = Short.MAX_VALUE;

  static final int CHUNK_BYTES = 1 << 16;
  static final int NONE = -1;

  private static final int PLACE_BITS = 16;
  private static final int PLACE_MASK = CHUNK_BYTES - 1;
  private static final int GROWTH_MIN_BYTES = 64;
  private static final byte[][] EMPTY = new byte[0][];

  private byte[][] chunks = EMPTY;
  private int count;
  private int lastUsed;

  static ByteArena restore(List<Chunk> images) {
    ByteArena arena = new ByteArena();
    arena.chunks = new byte[images.size()][];
    for (Chunk image : images) {
      if (image.length() < 1 || image.length() > CHUNK_BYTES) {
        throw new IllegalStateException(
            "chunk of " + image.length() + " bytes, expected 1 to " + CHUNK_BYTES);
      }
      boolean last = arena.count == images.size() - 1;
      arena.chunks[arena.count++] =
          last || image.bytes().length != image.length()
              ? Arrays.copyOf(image.bytes(), image.length())
              : image.bytes();
      arena.lastUsed = image.length();
    }
    return arena;
  }

  List<Chunk> image() {
    List<Chunk> images = new ArrayList<>(count);
    for (int chunk = 0; chunk < count; chunk++) {
      images.add(Chunk.of(chunks[chunk], used(chunk)));
    }
    return images;
  }

  /** Makes room for a record of that many bytes, its length byte not counted, and writes that. */
  int append(int length) {
    int needed = length + 1;
    if (count == 0 || lastUsed + needed > CHUNK_BYTES) {
      openChunk(needed);
    } else if (lastUsed + needed > chunks[count - 1].length) {
      chunks[count - 1] = Arrays.copyOf(chunks[count - 1], capacity(lastUsed + needed));
    }
    int record = (count - 1) << PLACE_BITS | lastUsed;
    chunks[count - 1][lastUsed] = (byte) length;
    lastUsed += needed;
    return record;
  }

  /** The chunk in which the record lies. */
  byte[] bytes(int record) {
    return chunks[record >>> PLACE_BITS];
  }

  /** Where in its chunk the record's content begins. */
  int start(int record) {
    return (record & PLACE_MASK) + 1;
  }

  int first() {
    return count == 0 ? NONE : 0;
  }

  /** The record after this one, or {@link #NONE}. */
  int next(int record) {
    int chunk = record >>> PLACE_BITS;
    int place = record & PLACE_MASK;
    int end = place + 1 + Byte.toUnsignedInt(chunks[chunk][place]);
    if (end < used(chunk)) {
      return chunk << PLACE_BITS | end;
    }
    if (end > used(chunk)) {
      throw new IllegalStateException("record " + record + " goes beyond its chunk");
    }
    return chunk + 1 < count ? (chunk + 1) << PLACE_BITS : NONE;
  }

  /** Whether a record could begin there. */
  boolean reaches(int record) {
    int chunk = record >>> PLACE_BITS;
    return record >= 0 && chunk < count && (record & PLACE_MASK) < used(chunk);
  }

  long heapBytes() {
    long bytes = HeapBytes.object(12) + (count == 0 ? 0 : HeapBytes.array(chunks.length, 4));
    for (int chunk = 0; chunk < count; chunk++) {
      bytes += HeapBytes.array(chunks[chunk].length, 1);
    }
    return bytes;
  }

  private void openChunk(int needed) {
    if (count == CHUNKS_MAX) {
      throw new IllegalStateException(
          "the index is full: " + CHUNKS_MAX + " chunks of " + CHUNK_BYTES + " bytes");
    }
    if (count > 0) {
      chunks[count - 1] = Arrays.copyOf(chunks[count - 1], lastUsed);
    }
    if (count == chunks.length) {
      chunks = Arrays.copyOf(chunks, count + 1 + count / 4);
    }
    chunks[count++] = new byte[capacity(needed)];
    lastUsed = 0;
  }

  private int capacity(int needed) {
    long whole = (long) Math.max(0, count - 1) * CHUNK_BYTES + needed;
    return (int) Math.min(CHUNK_BYTES, needed + Math.max(GROWTH_MIN_BYTES, whole / 4));
  }

  private int used(int chunk) {
    return chunk == count - 1 ? lastUsed : chunks[chunk].length;
  }
}
