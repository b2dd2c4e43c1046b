package amanah.deploy.faults.database;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One session through the proxy. */
final class ProxyConnection {

  private static final Logger LOG = LoggerFactory.getLogger(ProxyConnection.class);
  private static final Duration COMMIT_DELAY = Duration.ofSeconds(2);
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int HEAD_BYTES = 8;
  private static final int STARTUP_BYTES_MAX = 10_000;
  private static final int SSL_REQUEST = 80_877_103;
  private static final int GSS_REQUEST = 80_877_104;
  private static final int NO = 'N';

  private final DatabaseProxy proxy;
  private final Socket client;
  private final Socket server;
  private final Commits commits = new Commits();
  private final ShiftedTime time = new ShiftedTime();
  private final CountDownLatch later = new CountDownLatch(1);

  ProxyConnection(DatabaseProxy proxy, Socket client, Socket server) {
    this.proxy = proxy;
    this.client = client;
    this.server = server;
  }

  void run() {
    Thread.ofVirtual().name("database-proxy-asks").start(this::pass);
    Thread.ofVirtual().name("database-proxy-answers").start(this::answer);
  }

  void close() {
    close(client);
    close(server);
    proxy.gone(this);
  }

  static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException goneAlready) {
      LOG.trace("the connection ends", goneAlready);
    }
  }

  private void pass() {
    try {
      DataInputStream in = new DataInputStream(client.getInputStream());
      OutputStream out = server.getOutputStream();
      begin(in, out);
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        if (commits.pending() && proxy.takes(Stroke.LATE_COMMIT)) {
          commitLate(buffer, count);
          return;
        }
        out.write(buffer, 0, count);
      }
    } catch (IOException cut) {
      LOG.trace("the connection ends", cut);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } finally {
      close();
    }
  }

  /** The client hears of a broken connection now, the server of the commit in a while. */
  private void commitLate(byte[] buffer, int count) throws IOException, InterruptedException {
    close(client);
    boolean opened = later.await(COMMIT_DELAY.toMillis(), TimeUnit.MILLISECONDS);
    if (!opened) {
      server.getOutputStream().write(buffer, 0, count);
      server.shutdownOutput();
      server.getInputStream().transferTo(OutputStream.nullOutputStream());
    }
  }

  /** Encryption is refused in the server's stead, whose messages are read here. */
  private void begin(DataInputStream in, OutputStream out) throws IOException {
    int length = in.readInt();
    int code = in.readInt();
    while (code == SSL_REQUEST || code == GSS_REQUEST) {
      client.getOutputStream().write(NO);
      length = in.readInt();
      code = in.readInt();
    }
    if (length < HEAD_BYTES || length > STARTUP_BYTES_MAX) {
      throw new IOException("a first message of " + length + " bytes, expected 8 to 10,000");
    }
    byte[] rest = new byte[length - HEAD_BYTES];
    in.readFully(rest);
    out.write(ByteBuffer.allocate(length).putInt(length).putInt(code).put(rest).array());
  }

  private void answer() {
    try {
      InputStream in = new BufferedInputStream(server.getInputStream(), BUFFER_BYTES);
      OutputStream out = new BufferedOutputStream(client.getOutputStream(), BUFFER_BYTES);
      ServerMessages messages = new ServerMessages(in);
      Optional<ServerMessages.Message> message = messages.next();
      while (message.isPresent()) {
        if (commits.confirms(message.get()) && proxy.takes(Stroke.REPLY_CUT)) {
          return;
        }
        time.shifted(message.get(), proxy.clockOffset()).writeTo(out);
        if (in.available() == 0) {
          out.flush();
        }
        message = messages.next();
      }
    } catch (IOException cut) {
      LOG.trace("the connection ends", cut);
    } finally {
      close(client);
    }
  }
}
