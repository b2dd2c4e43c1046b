package amanah.deploy.load.http;

import amanah.deploy.load.loop.Arrivals;
import amanah.deploy.load.loop.DonationBooks;
import amanah.deploy.load.loop.DonationLoad;
import amanah.deploy.load.loop.LoadFailure;
import amanah.deploy.load.loop.LoadWindow;
import amanah.deploy.load.loop.NumberedDonations;
import amanah.deploy.load.loop.Pace;
import amanah.deploy.load.loop.Readings;
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
public final class HttpLoad implements DonationLoad {

  private static final Duration ANSWERS_MAX = Duration.ofSeconds(60);
  private static final int HTTP_PORT = 80;

  private final List<URI> uris;
  private final int connections;
  private final LongSupplier nanoTime;

  /** Loads the servers at {@code uris} in turn, over so many connections in all. */
  public HttpLoad(List<URI> uris, int connections, LongSupplier nanoTime) {
    this.uris = List.copyOf(uris);
    this.connections = connections;
    this.nanoTime = nanoTime;
  }

  @Override
  public void run(NumberedDonations donations, DonationBooks books, Pace pace, Readings readings)
      throws InterruptedException {
    List<DonationRequests> requests =
        uris.stream().map(uri -> new DonationRequests(donations, uri.getAuthority())).toList();
    int used = Math.min(connections, pace.openMax());
    LoadWindow window = readings.window();
    List<Callable<Boolean>> loops = new ArrayList<>();
    for (int index = 0; index < used; index++) {
      int sender = index;
      URI uri = uris.get(sender % uris.size());
      ConnectionLoop loop =
          new ConnectionLoop(requests.get(sender % uris.size()), books, readings, nanoTime);
      Arrivals arrivals = pace.arrivals(window.startsNanos(), sender, used);
      int openMax = Pace.share(pace.openMax(), sender, used);
      loops.add(
          () -> {
            loop.run(address(uri), arrivals, openMax, sender, used);
            return true;
          });
    }
    runAll(loops, window.endsNanos() - nanoTime.getAsLong() + ANSWERS_MAX.toNanos());
  }

  private static InetSocketAddress address(URI uri) {
    return new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? HTTP_PORT : uri.getPort());
  }

  private static void runAll(List<Callable<Boolean>> loops, long longestNanos)
      throws InterruptedException {
    try (ExecutorService threads = Executors.newFixedThreadPool(loops.size())) {
      for (Future<Boolean> loop : threads.invokeAll(loops, longestNanos, TimeUnit.NANOSECONDS)) {
        loop.get();
      }
    } catch (ExecutionException | CancellationException failed) {
      throw new LoadFailure("the HTTP load broke: " + failed.getMessage(), failed);
    }
  }
}
