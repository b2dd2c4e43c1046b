package amanah.deploy.bench.listen;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Somebody who listens to a campaign over HTTP, on a connection of his own, read by one thread. Of
 * what he hears he keeps a sum, how far he is, and whether a number was missing or came twice.
 *
 * <p>Only what a server of this project sends is understood: chunks, lines that end with a line
 * feed, numbers as ids.
 */
final class CampaignListener implements AutoCloseable {

  private static final int BUFFER_BYTES = 16 * 1024;
  private static final int RADIX_OF_CHUNKS = 16;
  private static final String OK = "HTTP/1.1 200 ";
  private static final byte[] ID = "id: ".getBytes(StandardCharsets.US_ASCII);

  private final Socket socket;
  private final InputStream in;
  private final CRC32C sum = new CRC32C();
  private byte[] rest = new byte[0];
  private long last;
  private boolean inOrder = true;
  private volatile Heard heard = new Heard(0, 0, true);

  /**
   * What somebody has heard.
   *
   * @param position the number of the last event
   * @param sum the same for all who heard the same
   * @param whole whether each event was the next one after the one before
   */
  record Heard(long position, long sum, boolean whole) {}

  /** Asks for all events of that campaign; returns when they begin to come. */
  CampaignListener(InetSocketAddress address, String campaignId) throws IOException {
    socket = new Socket(address.getAddress(), address.getPort());
    in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
    String request = "GET /v1/campaigns/" + campaignId + "/events HTTP/1.1\r\nHost: bench\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    String status = line();
    if (!status.startsWith(OK)) {
      throw new IOException("a listener was answered " + status);
    }
    String header = line();
    while (!header.isEmpty()) {
      header = line();
    }
  }

  /** Listens until it is closed, or the stream ends. */
  void listen() throws IOException {
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      byte[] chunk = in.readNBytes(size);
      if (chunk.length < size) {
        throw new EOFException("the stream broke off in the middle of a chunk");
      }
      line();
      hear(chunk);
    }
  }

  /** What it has heard so far. */
  Heard heard() {
    return heard;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void hear(byte[] chunk) {
    byte[] bytes = joined(rest, chunk);
    int start = 0;
    for (int at = rest.length; at < bytes.length; at++) {
      if (bytes[at] == '\n') {
        hearLine(bytes, start, at);
        start = at + 1;
      }
    }
    rest = Arrays.copyOfRange(bytes, start, bytes.length);
    heard = new Heard(last, sum.getValue(), inOrder);
  }

  /** Comments say nothing, such as that nothing happens. */
  private void hearLine(byte[] bytes, int from, int to) {
    boolean comment = from < to && bytes[from] == ':';
    if (comment) {
      return;
    }
    sum.update(bytes, from, to - from);
    boolean id =
        to - from > ID.length && Arrays.equals(bytes, from, from + ID.length, ID, 0, ID.length);
    if (id) {
      long number =
          Long.parseLong(
              new String(
                  bytes, from + ID.length, to - from - ID.length, StandardCharsets.US_ASCII));
      inOrder &= number == last + 1;
      last = number;
    }
  }

  private static byte[] joined(byte[] first, byte[] second) {
    if (first.length == 0) {
      return second;
    }
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line(), RADIX_OF_CHUNKS);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the stream ended");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }
}
