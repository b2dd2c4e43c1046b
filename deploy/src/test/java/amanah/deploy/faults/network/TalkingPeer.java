package amanah.deploy.faults.network;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One of two processes that talk over one connection for as long as they live. */
final class TalkingPeer {

  private static final int PORT = 4711;
  private static final long EACH_MILLIS = 20;

  private TalkingPeer() {}

  /** {@code listen FILE} notes what it hears; {@code talk ADDRESS} talks. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments[0].equals("listen")) {
      listen(Path.of(arguments[1]));
    } else {
      talk(InetAddress.getByName(arguments[1]));
    }
  }

  private static void listen(Path file) throws IOException {
    try (ServerSocket door = new ServerSocket(PORT)) {
      Files.writeString(file, "listening\n");
      try (Socket talker = door.accept();
          BufferedReader lines =
              new BufferedReader(
                  new InputStreamReader(talker.getInputStream(), StandardCharsets.US_ASCII))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
        }
      }
    }
  }

  private static void talk(InetAddress address) throws IOException, InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    try (Socket listener = new Socket(address, PORT);
        OutputStream out = listener.getOutputStream()) {
      boolean ended = false;
      while (!ended) {
        out.write("heard\n".getBytes(StandardCharsets.US_ASCII));
        ended = never.await(EACH_MILLIS, TimeUnit.MILLISECONDS);
      }
    }
  }
}
