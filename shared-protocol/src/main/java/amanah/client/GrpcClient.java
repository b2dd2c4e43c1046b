package amanah.client;

import amanah.v1.DonateRequest;
import amanah.v1.DonateResponse;
import amanah.v1.DonationServiceGrpc;
import amanah.v1.NewDonation;
import com.google.protobuf.Message;
import com.linecorp.armeria.client.ClientFactory;
import com.linecorp.armeria.common.CommonPools;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;

/**
 * Calls Amanah over gRPC and follows the rule for callers: who gets no answer asks again under the
 * same name.
 *
 * <p>Every call has a name before its first try, and the same at each. Tries go to the nodes in
 * turn, with growing and jittered waits and no sooner than a node asked for, each with a deadline
 * that the node keeps to, and all of them within the call's patience. Only what may be repeated is:
 * {@code UNAVAILABLE}, {@code DEADLINE_EXCEEDED}, {@code RESOURCE_EXHAUSTED} and broken
 * connections. A refusal ends a call, unless an earlier try may still be under way, of which it
 * says nothing; then it is asked for again.
 *
 * <p>Nothing here waits on the caller's thread. What is done when an answer comes is done on an
 * event loop, and must not block.
 */
public final class GrpcClient implements AutoCloseable {

  /** So that a node that is frozen or cut off is not taken for a slow one. */
  private static final Duration PING_INTERVAL = Duration.ofSeconds(3);

  private static final Metadata.Key<String> NAME =
      Metadata.Key.of("idempotency-key", Metadata.ASCII_STRING_MARSHALLER);

  private static final int DELETE = 127;

  private final ClientSettings settings;
  private final ClientFactory connections;
  private final Means means;
  private final Semaphore room;
  private final Set<RetryingCall<?, ?>> calls = ConcurrentHashMap.newKeySet();
  private final Set<DonationStream> streams = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * A client of these nodes.
   *
   * @param nodes their doors, such as {@code http://127.0.0.1:8080}
   * @param choice which of them is tried
   * @param random spreads tries and makes names, from several threads; names must be unique among
   *     all callers, so outside of tests it is a secure one
   */
  public GrpcClient(
      List<URI> nodes,
      NodeChoice choice,
      ClientSettings settings,
      Timing time,
      RandomGenerator random) {
    List<URI> doors = Nodes.checked(nodes);
    this.settings = settings;
    this.connections = ClientFactory.builder().pingInterval(PING_INTERVAL).build();
    this.means = new Means(Nodes.at(doors, connections, choice), settings.retries(), time, random);
    this.room = new Semaphore(settings.callsInFlightMax());
  }

  /** A client of these nodes, each of them tried in turn, by the machine's clock. */
  public static GrpcClient to(List<URI> nodes, ClientSettings settings) {
    SecureRandom random = new SecureRandom();
    return new GrpcClient(
        nodes,
        NodeChoice.inTurn(nodes.size(), random.nextInt(Integer.MAX_VALUE)),
        settings,
        Timing.by(CommonPools.workerGroup()),
        random);
  }

  /** Records one donation; where it has no id, it gets one before the first try. */
  public CompletionStage<Outcome<DonateResponse>> donate(String campaignId, NewDonation donation) {
    return donate(campaignId, donation, Tries.UNWATCHED);
  }

  /** The same; {@code tries} is told of each try before the outcome is. */
  public CompletionStage<Outcome<DonateResponse>> donate(
      String campaignId, NewDonation donation, Tries tries) {
    String name = donation.hasDonationId() ? donation.getDonationId() : means.newName();
    DonateRequest request =
        DonateRequest.newBuilder()
            .setCampaignId(campaignId)
            .setDonation(donation.toBuilder().setDonationId(name))
            .build();
    return begin(
        new RetryingCall<>(
            means,
            new RetryingCall.Question<>(
                DonationServiceGrpc.getDonateMethod(), request, name, new Metadata()),
            tries));
  }

  /** Calls any method; what has no name in its message gets a new one. */
  public <Q extends Message, A extends Message> CompletionStage<Outcome<A>> call(
      MethodDescriptor<Q, A> method, Q request) {
    return call(method, request, means.newName());
  }

  /**
   * Calls any method.
   *
   * @param name what the call is known by when there is no id in its message: its {@code
   *     idempotency-key}
   */
  public <Q extends Message, A extends Message> CompletionStage<Outcome<A>> call(
      MethodDescriptor<Q, A> method, Q request, String name) {
    Metadata headers = new Metadata();
    headers.put(NAME, visible(name));
    return begin(
        new RetryingCall<>(
            means, new RetryingCall.Question<>(method, request, name, headers), Tries.UNWATCHED));
  }

  private <Q extends Message, A extends Message> CompletionStage<Outcome<A>> begin(
      RetryingCall<Q, A> call) {
    if (!room.tryAcquire()) {
      call.giveUp(settings.callsInFlightMax() + " calls are under way, as many as there may be");
      return call.outcome();
    }
    calls.add(call);
    // Whoever hears the outcome may begin the next call: its place is free by then.
    CompletionStage<Outcome<A>> outcome =
        call.outcome()
            .whenComplete(
                (ended, failure) -> {
                  calls.remove(call);
                  room.release();
                });
    if (closed) {
      call.giveUp("the client is closed");
    } else {
      call.attempt();
    }
    return outcome;
  }

  /** A new stream of donations; it connects when the first one is offered. */
  public DonationStream donations() {
    DonationStream stream =
        new DonationStream(means, settings.stream(), connections.eventLoopGroup().next());
    streams.add(stream);
    var unused = stream.whenEnded().whenComplete((ended, failure) -> streams.remove(stream));
    if (closed) {
      stream.close();
    }
    return stream;
  }

  /** Calls that have not ended. */
  public int callsInFlight() {
    return settings.callsInFlightMax() - room.availablePermits();
  }

  /** Gives up what has not ended, and closes all connections. */
  @Override
  public void close() {
    closed = true;
    calls.forEach(call -> call.giveUp("the client was closed"));
    streams.forEach(DonationStream::close);
    var unused = connections.closeAsync();
  }

  private static String visible(String name) {
    if (name.isEmpty() || !name.chars().allMatch(letter -> letter > ' ' && letter < DELETE)) {
      throw new IllegalArgumentException(
          "name \"" + name + "\", expected such as 1 to 64 of [A-Za-z0-9._-]");
    }
    return name;
  }
}
