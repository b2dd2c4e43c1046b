package amanah.campaign.domain;

import java.util.Arrays;

/**
 * Bytes of an {@link IndexImage} that never change again; the array behind them may go on beyond
 * {@link #length()}, where an index is still writing.
 */
public final class Chunk {

  private final byte[] bytes;
  private final int length;

  private Chunk(byte[] bytes, int length) {
    this.bytes = bytes;
    this.length = length;
  }

  /** All of these bytes, which the caller gives away. */
  public static Chunk of(byte[] bytes) {
    return new Chunk(bytes, bytes.length);
  }

  /** The first {@code length} of these bytes, which stay as they are from now on. */
  static Chunk of(byte[] bytes, int length) {
    return new Chunk(bytes, length);
  }

  /** The bytes, shared: read {@code [0, length())} and write nothing. */
  public byte[] bytes() {
    return bytes;
  }

  /** How many of the bytes belong to the image. */
  public int length() {
    return length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Chunk chunk
        && Arrays.equals(bytes, 0, length, chunk.bytes, 0, chunk.length);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int index = 0; index < length; index++) {
      hash = 31 * hash + bytes[index];
    }
    return hash;
  }

  @Override
  public String toString() {
    return length + " bytes";
  }
}
