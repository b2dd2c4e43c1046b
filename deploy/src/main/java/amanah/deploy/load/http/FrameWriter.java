package amanah.deploy.load.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Gathers frames, so that many go out with one system call. */
final class FrameWriter {

  private static final int HEADER_BYTES = 9;
  private static final int FIRST_BYTES = 64 * 1024;

  private byte[] bytes = new byte[FIRST_BYTES];
  private int length;

  void raw(byte[] more) {
    raw(more, 0, more.length);
  }

  void raw(byte[] more, int offset, int count) {
    int at = reserve(count);
    System.arraycopy(more, offset, bytes, at, count);
  }

  void header(int payloadLength, int type, int flags, int stream) {
    int at = reserve(HEADER_BYTES);
    bytes[at] = (byte) (payloadLength >>> 16);
    bytes[at + 1] = (byte) (payloadLength >>> 8);
    bytes[at + 2] = (byte) payloadLength;
    bytes[at + 3] = (byte) type;
    bytes[at + 4] = (byte) flags;
    write(at + 5, stream);
  }

  void integer(int value) {
    write(reserve(Integer.BYTES), value);
  }

  void setting(int name, int value) {
    int at = reserve(Short.BYTES);
    bytes[at] = (byte) (name >>> 8);
    bytes[at + 1] = (byte) name;
    integer(value);
  }

  /** Makes room at the end and says where it begins, for whoever writes into {@link #bytes}. */
  int reserve(int count) {
    int at = length;
    length += count;
    if (length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length, bytes.length * 2));
    }
    return at;
  }

  byte[] bytes() {
    return bytes;
  }

  void flush(OutputStream out) throws IOException {
    if (length > 0) {
      out.write(bytes, 0, length);
      out.flush();
      length = 0;
    }
  }

  private void write(int at, int value) {
    bytes[at] = (byte) (value >>> 24);
    bytes[at + 1] = (byte) (value >>> 16);
    bytes[at + 2] = (byte) (value >>> 8);
    bytes[at + 3] = (byte) value;
  }
}
