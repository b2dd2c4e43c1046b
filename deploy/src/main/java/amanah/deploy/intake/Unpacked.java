package amanah.deploy.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** The text of a file that is plain or gzip by its first bytes, and how much of the file it was. */
final class Unpacked {

  private static final int CHUNK_BYTES = 64 * 1024;
  private static final int GZIP_CHUNK_BYTES = 4 * 1024;
  private static final int MARK_BYTES = 3;

  private final CountedInput raw;
  private final CountedInput unpacked;
  private final BufferedInputStream text;

  private Unpacked(CountedInput raw, CountedInput unpacked) {
    this.raw = raw;
    this.unpacked = unpacked;
    this.text = new BufferedInputStream(unpacked, CHUNK_BYTES);
  }

  static Unpacked of(InputStream file) throws IOException {
    BufferedInputStream start = new BufferedInputStream(file, CHUNK_BYTES);
    byte[] first = peek(start, 2);
    boolean gzip = first.length == 2 && (first[0] & 0xff) == 0x1f && (first[1] & 0xff) == 0x8b;
    CountedInput raw = new CountedInput(start);
    CountedInput unpacked =
        gzip ? new CountedInput(new GZIPInputStream(raw, GZIP_CHUNK_BYTES)) : raw;
    Unpacked made = new Unpacked(raw, unpacked);
    byte[] mark = peek(made.text, MARK_BYTES);
    if (mark.length == MARK_BYTES && new String(mark, StandardCharsets.UTF_8).equals("\uFEFF")) {
      made.text.skipNBytes(MARK_BYTES);
    }
    return made;
  }

  InputStream text() {
    return text;
  }

  /**
   * How many of the file's bytes the first {@code textBytes} of its text are, as far as is known.
   */
  long packed(long textBytes) {
    long all = unpacked.count();
    return all == 0 ? 0 : (long) (raw.count() * (double) Math.min(textBytes, all) / all);
  }

  private static byte[] peek(BufferedInputStream in, int count) throws IOException {
    in.mark(count);
    byte[] bytes = in.readNBytes(count);
    in.reset();
    return bytes;
  }
}
