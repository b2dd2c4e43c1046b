package amanah.journal;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Puts parts together to one stream, of which it never has more than one. */
final class PartedInput extends InputStream {

  private static final byte[] NOTHING = new byte[0];

  private final Source source;
  private byte[] part = NOTHING;
  private int place;
  private int number;
  private boolean ended;

  PartedInput(Source source) {
    this.source = source;
  }

  /** Has the parts, one after the other. */
  @FunctionalInterface
  interface Source {
    /** The part of that number, from 0, or null when there was no more than those before. */
    byte @Nullable [] next(int number) throws IOException;
  }

  @Override
  public int read() throws IOException {
    return atEnd() ? -1 : Byte.toUnsignedInt(part[place++]);
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (atEnd()) {
      return -1;
    }
    int taken = Math.min(length, part.length - place);
    System.arraycopy(part, place, into, offset, taken);
    place += taken;
    return taken;
  }

  private boolean atEnd() throws IOException {
    while (!ended && place == part.length) {
      part = NOTHING;
      place = 0;
      byte[] next = source.next(number++);
      ended = next == null;
      part = next == null ? NOTHING : next;
    }
    return ended;
  }
}
