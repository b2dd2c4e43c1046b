package amanah.journal;

import java.io.IOException;
import java.io.OutputStream;

/** Cuts a stream of bytes into parts, of which it never has more than one. */
final class PartedOutput extends OutputStream {

  private final byte[] part;
  private final Sink sink;
  private int used;
  private int parts;

  /** Cuts into parts of that many bytes; the last may be shorter. */
  PartedOutput(int partBytes, Sink sink) {
    this.part = new byte[partBytes];
    this.sink = sink;
  }

  /** Takes the parts, one after the other. */
  @FunctionalInterface
  interface Sink {
    /** Takes the first bytes of an array, which is filled anew when this returns. */
    void take(int number, byte[] bytes, int length) throws IOException;
  }

  @Override
  public void write(int value) throws IOException {
    makeRoom();
    part[used++] = (byte) value;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int end = offset + length;
    for (int place = offset; place < end; ) {
      makeRoom();
      int taken = Math.min(end - place, part.length - used);
      System.arraycopy(bytes, place, part, used, taken);
      used += taken;
      place += taken;
    }
  }

  /** Gives the last part away; how many there were. Not {@link #close}, which says nothing. */
  int finish() throws IOException {
    if (used > 0) {
      give();
    }
    return parts;
  }

  private void makeRoom() throws IOException {
    if (used == part.length) {
      give();
    }
  }

  private void give() throws IOException {
    sink.take(parts, part, used);
    parts++;
    used = 0;
  }
}
