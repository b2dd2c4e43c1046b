package amanah.deploy.bench.http;

import amanah.deploy.bench.load.DonationBooks;
import amanah.deploy.bench.load.DonationStream;
import amanah.deploy.bench.load.LoadFailure;
import amanah.deploy.bench.load.LoadFigures;
import amanah.deploy.bench.load.LoadReadings;
import amanah.deploy.bench.load.LoadWindow;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Donates over HTTP/2: few connections with many streams each, one thread a connection.
 *
 * <p>Client, server and database share the machine's cores, so whatever the client takes, the
 * server lacks. A general client (Armeria's own, or the JDK's) takes about as much for a request as
 * a server does; this one copies bytes that were made once, and takes a few percent of it.
 */
public final class HttpLoad {

  private static final Duration ANSWERS_MAX = Duration.ofSeconds(60);

  private final InetSocketAddress address;
  private final int connections;
  private final LongSupplier nanoTime;

  /** Loads the server at {@code uri}, which has to be on this machine. */
  public HttpLoad(URI uri, int connections, LongSupplier nanoTime) {
    this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), uri.getPort());
    this.connections = connections;
    this.nanoTime = nanoTime;
  }

  /**
   * Returns when every request has been answered.
   *
   * @throws LoadFailure when some are not
   */
  public LoadFigures run(
      DonationStream stream, DonationBooks books, int callers, Duration warmup, Duration measured)
      throws InterruptedException {
    LoadReadings readings =
        new LoadReadings(LoadWindow.after(nanoTime.getAsLong(), warmup, measured));
    DonationRequests requests = new DonationRequests(stream, "127.0.0.1:" + address.getPort());
    List<Callable<Boolean>> loops = new ArrayList<>();
    int used = Math.min(connections, callers);
    for (int index = 0; index < used; index++) {
      int share = callers / used + (index < callers % used ? 1 : 0);
      int first = index;
      loops.add(
          () -> {
            new ConnectionLoop(requests, books, readings, nanoTime)
                .run(address, share, first, used);
            return true;
          });
    }
    runAll(loops, warmup.plus(measured).plus(ANSWERS_MAX));
    return readings.figures();
  }

  private static void runAll(List<Callable<Boolean>> loops, Duration longest)
      throws InterruptedException {
    try (ExecutorService threads = Executors.newFixedThreadPool(loops.size())) {
      for (Future<Boolean> loop :
          threads.invokeAll(loops, longest.toMillis(), TimeUnit.MILLISECONDS)) {
        loop.get();
      }
    } catch (ExecutionException | CancellationException failed) {
      throw new LoadFailure("the HTTP load broke: " + failed.getMessage(), failed);
    }
  }
}
