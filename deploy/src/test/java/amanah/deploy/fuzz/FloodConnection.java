package amanah.deploy.fuzz;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A connection of HTTP/2 (RFC 9113) that keeps to every rule, on which requests begin and do not
 * end. What the server resets or answers is forgotten, so that another may take its place.
 */
final class FloodConnection implements Closeable {

  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int RST_STREAM = 3;
  private static final int SETTINGS = 4;
  private static final int PING = 6;
  private static final int GOAWAY = 7;
  private static final int WINDOW_UPDATE = 8;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;
  private static final int ACK = 1;
  private static final int STREAMS_MAX = 3;
  private static final int SETTING_BYTES = 6;
  private static final int FIRST_WINDOW = 65_535;
  private static final int PAYLOAD_MAX = 16_384;
  private static final long WAIT_MILLIS = 2_000;

  private final Socket socket;
  private final OutputStream out;
  private final Set<Integer> open = new HashSet<>();
  private long window = FIRST_WINDOW;
  private int streamsMax = 100;
  private int next = 1;
  private int ended;
  private boolean away;

  /**
   * Opens it.
   *
   * @param answerWindow how many bytes of each answer are taken
   */
  FloodConnection(Socket socket, int answerWindow) throws IOException {
    this.socket = socket;
    this.out = socket.getOutputStream();
    byte[] settings =
        Bytes.join(
            new byte[] {0, 1}, Bytes.integer(0), new byte[] {0, 4}, Bytes.integer(answerWindow));
    write(Bytes.join(Noises.PREFACE, Noises.frame(settings.length, SETTINGS, 0, 0, settings)));
    InputStream in = new BufferedInputStream(socket.getInputStream());
    Thread.ofVirtual().start(() -> listen(in));
  }

  /** Begins a request; returns its stream, or 0 when the server takes no more for now. */
  int begin(List<Header> headers, boolean whole) throws IOException, InterruptedException {
    int stream;
    synchronized (this) {
      long until = System.nanoTime() + WAIT_MILLIS * 1_000_000;
      while (!away && open.size() >= streamsMax && System.nanoTime() < until) {
        wait(WAIT_MILLIS);
      }
      if (away || open.size() >= streamsMax) {
        return 0;
      }
      stream = next;
      next += 2;
      open.add(stream);
    }
    byte[] block = Http2.block(headers);
    int flags = END_HEADERS | (whole ? END_STREAM : 0);
    write(Noises.frame(block.length, HEADERS, flags, stream, block));
    return stream;
  }

  /** Sends as much of a body as the server takes; returns how many bytes. */
  int send(int stream, byte[] body) throws IOException, InterruptedException {
    int sent = 0;
    while (sent < body.length) {
      int length = Math.min(PAYLOAD_MAX, body.length - sent);
      synchronized (this) {
        long until = System.nanoTime() + WAIT_MILLIS * 1_000_000;
        while (!away && window < length && open.contains(stream) && System.nanoTime() < until) {
          wait(WAIT_MILLIS);
        }
        if (away || window < length || !open.contains(stream)) {
          return sent;
        }
        window -= length;
      }
      byte[] part = Bytes.head(Bytes.tail(body, sent), length);
      write(Noises.frame(length, DATA, 0, stream, part));
      sent += length;
    }
    return sent;
  }

  /** How many requests are open. */
  synchronized int open() {
    return away ? 0 : open.size();
  }

  /** How many the server has answered or reset. */
  synchronized int ended() {
    return ended;
  }

  private void listen(InputStream in) {
    try {
      while (true) {
        take(Http2.frame(in));
      }
    } catch (IOException closed) {
      leave();
    }
  }

  private void take(Http2.Frame frame) throws IOException {
    switch (frame.type()) {
      case SETTINGS -> {
        if (!frame.has(ACK)) {
          settings(frame);
          write(Noises.frame(0, SETTINGS, ACK, 0, new byte[0]));
        }
      }
      case PING -> {
        if (!frame.has(ACK)) {
          write(Noises.frame(frame.data().length(), PING, ACK, 0, frame.payload()));
        }
      }
      case WINDOW_UPDATE -> grow(frame);
      case RST_STREAM -> end(frame.stream());
      case GOAWAY -> leave();
      case HEADERS, DATA -> {
        if (frame.has(END_STREAM)) {
          end(frame.stream());
        }
      }
      default -> grow(frame);
    }
  }

  private synchronized void settings(Http2.Frame frame) {
    for (int at = 0; at < frame.data().length(); at += SETTING_BYTES) {
      if (frame.payload()[at + 1] == STREAMS_MAX) {
        streamsMax = frame.integer(at + 2);
      }
    }
    notifyAll();
  }

  private synchronized void grow(Http2.Frame frame) {
    if (frame.type() == WINDOW_UPDATE && frame.stream() == 0) {
      window += frame.integer(0);
      notifyAll();
    }
  }

  private synchronized void end(int stream) {
    if (open.remove(stream)) {
      ended++;
    }
    notifyAll();
  }

  private synchronized void leave() {
    away = true;
    notifyAll();
  }

  private void write(byte[] bytes) throws IOException {
    synchronized (out) {
      out.write(bytes);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
