package amanah.deploy.faults.database;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a PostgreSQL server says, message by message: a byte for its kind, four for its length, a
 * body (PostgreSQL's documentation, "Message Formats"). No more of the protocol is understood than
 * tells when something has been committed, and what an answer of one value is.
 */
final class ServerMessages {

  private static final int LENGTH_BYTES = 4;
  private static final int HEAD_BYTES = 1 + LENGTH_BYTES;
  private static final int BODY_BYTES_MAX = 1 << 30;
  private static final char COMMAND_COMPLETE = 'C';
  private static final char READY_FOR_QUERY = 'Z';
  private static final char ROW_DESCRIPTION = 'T';
  private static final char DATA_ROW = 'D';
  private static final int COUNT_BYTES = 2;

  /** One message with its head. */
  static final class Message {

    private final char kind;
    private final byte[] bytes;

    private Message(byte[] bytes) {
      this.kind = (char) bytes[0];
      this.bytes = bytes;
    }

    void writeTo(OutputStream out) throws IOException {
      out.write(bytes);
    }

    /** The tag of a finished command, such as {@code INSERT 0 1}; empty for other messages. */
    String finished() {
      return kind == COMMAND_COMPLETE
          ? new String(bytes, HEAD_BYTES, bytes.length - HEAD_BYTES - 1, StandardCharsets.US_ASCII)
          : "";
    }

    /** Whether it says that rows follow which have this one column. */
    boolean describesOnly(String column) {
      byte[] name = (column + '\0').getBytes(StandardCharsets.US_ASCII);
      int from = HEAD_BYTES + COUNT_BYTES;
      return kind == ROW_DESCRIPTION
          && count() == 1
          && bytes.length > from + name.length
          && Arrays.equals(bytes, from, from + name.length, name, 0, name.length);
    }

    /** Whether it says that rows follow, whatever they hold. */
    boolean describes() {
      return kind == ROW_DESCRIPTION;
    }

    /** The text of a row that holds one value and no null. */
    Optional<String> onlyValue() {
      int from = HEAD_BYTES + COUNT_BYTES + LENGTH_BYTES;
      boolean one = kind == DATA_ROW && count() == 1 && bytes.length > from;
      return one
          ? Optional.of(new String(bytes, from, bytes.length - from, StandardCharsets.US_ASCII))
          : Optional.empty();
    }

    /** A row that holds this one value. */
    static Message row(String value) {
      byte[] text = value.getBytes(StandardCharsets.US_ASCII);
      ByteBuffer row =
          ByteBuffer.allocate(HEAD_BYTES + COUNT_BYTES + LENGTH_BYTES + text.length)
              .put((byte) DATA_ROW)
              .putInt(2 * LENGTH_BYTES + COUNT_BYTES + text.length)
              .putShort((short) 1)
              .putInt(text.length)
              .put(text);
      return new Message(row.array());
    }

    private int count() {
      return ByteBuffer.wrap(bytes).getShort(HEAD_BYTES);
    }

    /** {@code I} idle, {@code T} in a transaction, {@code E} in a failed one, 0 otherwise. */
    char ready() {
      return kind == READY_FOR_QUERY ? (char) bytes[HEAD_BYTES] : 0;
    }
  }

  private final DataInputStream in;

  ServerMessages(InputStream in) {
    this.in = new DataInputStream(in);
  }

  /** The next message, or empty at the end of the connection. */
  Optional<Message> next() throws IOException {
    int kind = in.read();
    if (kind < 0) {
      return Optional.empty();
    }
    int length = in.readInt();
    if (length < LENGTH_BYTES || length > BODY_BYTES_MAX) {
      throw new IOException("a message of " + length + " bytes, expected 4 to 2^30");
    }
    byte[] bytes = new byte[1 + length];
    bytes[0] = (byte) kind;
    for (int at = 0; at < LENGTH_BYTES; at++) {
      bytes[1 + at] = (byte) (length >>> (8 * (LENGTH_BYTES - 1 - at)));
    }
    try {
      in.readFully(bytes, HEAD_BYTES, length - LENGTH_BYTES);
    } catch (EOFException cut) {
      return Optional.empty();
    }
    return Optional.of(new Message(bytes));
  }
}
