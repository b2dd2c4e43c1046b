package amanah.deploy.load.grpc;

import amanah.client.ClientSettings;
import amanah.client.DonationStream;
import amanah.client.GrpcClient;
import amanah.client.StreamLimits;
import amanah.deploy.client.Time;
import amanah.deploy.load.loop.DonationBooks;
import amanah.deploy.load.loop.DonationLoad;
import amanah.deploy.load.loop.LoadFailure;
import amanah.deploy.load.loop.NumberedDonations;
import amanah.deploy.load.loop.Pace;
import amanah.deploy.load.loop.PacedCalls;
import amanah.deploy.load.loop.Readings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Donates over gRPC: one call a donation, or streams of them. */
public final class GrpcLoad implements DonationLoad {

  /** Longer than a client's patience with the silence of a stream before it and after it. */
  private static final Duration ANSWERS_MAX = Duration.ofSeconds(100);

  /** For streams that are closed: their event loops have to get round to it. */
  private static final Duration END_MAX = Duration.ofSeconds(10);

  /** More than a donation here has. */
  private static final int DONATION_BYTES_MAX = 256;

  /** Whether donations share a call. */
  public enum Manner {
    /** A call for each. */
    CALLS,
    /** Streams. */
    STREAMS
  }

  private final List<URI> uris;
  private final Manner manner;
  private final int connections;
  private final Time time;

  /** Loads the servers at {@code uris}, over so many connections in all. */
  public GrpcLoad(List<URI> uris, Manner manner, int connections, Time time) {
    this.uris = List.copyOf(uris);
    this.manner = manner;
    this.connections = connections;
    this.time = time;
  }

  @Override
  public void run(NumberedDonations donations, DonationBooks books, Pace pace, Readings readings)
      throws InterruptedException {
    ClientSettings settings = settings(pace.openMax());
    // A client has connections of its own, so that each has a window of its own.
    List<GrpcClient> clients =
        Stream.generate(() -> GrpcClient.to(uris, settings)).limit(connections).toList();
    PacedCalls calls = new PacedCalls(time, ANSWERS_MAX);
    try {
      switch (manner) {
        case CALLS -> calls.run(new CallDonating(clients, donations, books), pace, readings);
        case STREAMS -> {
          List<DonationStream> streams = clients.stream().map(GrpcClient::donations).toList();
          try {
            calls.run(new StreamDonating(streams, donations, books), pace, readings);
          } finally {
            end(streams);
          }
        }
      }
    } finally {
      clients.forEach(GrpcClient::close);
    }
  }

  /** What has no receipt is given up, and in the books when this returns. */
  private static void end(List<DonationStream> streams) throws InterruptedException {
    streams.forEach(DonationStream::close);
    CompletableFuture<Void> ended =
        CompletableFuture.allOf(
            streams.stream()
                .map(stream -> stream.whenEnded().toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new));
    try {
      ended.get(END_MAX.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException failed) {
      throw new LoadFailure("streams have not ended " + END_MAX + " after their close", failed);
    }
  }

  /** Each client may hold all that is open, since nobody says how they share it. */
  private static ClientSettings settings(int openMax) {
    StreamLimits usual = StreamLimits.USUAL;
    return ClientSettings.USUAL
        .withCallsInFlightMax(openMax)
        .withStream(
            new StreamLimits(
                openMax,
                openMax * DONATION_BYTES_MAX,
                usual.messageDonationsMax(),
                usual.messageBytesMax(),
                usual.silenceMax()));
  }
}
