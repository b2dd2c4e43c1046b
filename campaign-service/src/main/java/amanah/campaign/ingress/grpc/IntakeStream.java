package amanah.campaign.ingress.grpc;

import amanah.campaign.application.Campaigns;
import amanah.campaign.batching.BatchLimits;
import amanah.campaign.ingress.grpc.IntakeLane.Taken;
import amanah.campaign.ingress.request.BatchItem;
import amanah.campaign.ingress.request.BatchResult;
import amanah.campaign.ingress.request.DonationBatch;
import amanah.grpc.GrpcCall;
import amanah.grpc.MessageTree;
import amanah.grpc.Requests;
import amanah.http.BadRequest;
import amanah.http.Naming;
import amanah.http.ProblemCode;
import amanah.id.CampaignId;
import amanah.v1.IntakeDonation;
import amanah.v1.IntakeReceipt;
import amanah.v1.IntakeRequest;
import amanah.v1.IntakeResponse;
import com.linecorp.armeria.common.util.Exceptions;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One stream of donations and their receipts; everything in it happens on the event loop of its
 * call.
 *
 * <p>A donation is <em>open</em> from when it comes until its receipt is given to a transport that
 * wanted it. While more are open than the limits say, no further message is asked for: then
 * HTTP/2's window fills, and the sender has to wait. So a slow ledger, and a caller who does not
 * read, stop the sender, and what a stream holds is bounded by its limits and one message.
 *
 * <pre>
 *   message --> lanes, one a campaign --> application --> outbox --> message
 *      ^                                                     |
 *      +------------- asked for, while few are open ---------+
 * </pre>
 *
 * What settles while the transport is busy goes out together. Refused: a message for each receipt,
 * each a frame and a flush of its own; and more than one question open a lane, which would let a
 * repeated question overtake the next.
 */
final class IntakeStream implements StreamObserver<IntakeRequest> {

  private static final int RECEIPTS_MAX = 1_000;

  private final Campaigns campaigns;
  private final IntakeLimits limits;
  private final GrpcCall call;
  private final EventLoop loop;
  private final ServerCallStreamObserver<IntakeResponse> caller;
  private final Map<CampaignId, IntakeLane> lanes = new HashMap<>();
  private final Deque<Told> outbox = new ArrayDeque<>();

  private long places;
  private int openDonations;
  private long openBytes;
  private boolean asked;
  private boolean callerDone;
  private boolean nodeStops;
  private boolean ended;
  private long idleSinceNanos = System.nanoTime();

  /** A receipt, and how many bytes its donation had. */
  private record Told(IntakeReceipt receipt, int bytes) {}

  IntakeStream(
      Campaigns campaigns,
      IntakeLimits limits,
      GrpcCall call,
      ServerCallStreamObserver<IntakeResponse> caller) {
    this.campaigns = campaigns;
    this.limits = limits;
    this.call = call;
    this.loop = call.context().eventLoop().withoutContext();
    this.caller = caller;
  }

  void open() {
    caller.disableAutoRequest();
    caller.setOnReadyHandler(() -> onLoop(this::tell));
    caller.setOnCancelHandler(() -> onLoop(this::end));
    call.whenClosing(() -> onLoop(this::nodeStops));
    long lookMillis = Math.max(1, limits.idleMax().toMillis() / 2);
    Future<?> look =
        loop.scheduleAtFixedRate(this::look, lookMillis, lookMillis, TimeUnit.MILLISECONDS);
    var unused = call.context().log().whenComplete().thenRun(() -> look.cancel(false));
    askForMore();
  }

  @Override
  public void onNext(IntakeRequest request) {
    asked = false;
    if (ended) {
      return;
    }
    try {
      take(request);
    } catch (BadRequest bad) {
      fail(bad);
    }
    tell();
  }

  @Override
  public void onError(Throwable broken) {
    end();
  }

  @Override
  public void onCompleted() {
    callerDone = true;
    tell();
  }

  private void nodeStops() {
    nodeStops = true;
    tell();
  }

  private void look() {
    boolean idle = System.nanoTime() - idleSinceNanos > limits.idleMax().toNanos();
    if (!ended && idle && openDonations == 0) {
      fail(
          BadRequest.of(
              ProblemCode.UNAVAILABLE,
              "no donation came for " + limits.idleMax().toSeconds() + " s"));
    }
  }

  /**
   * All donations of a message into their lanes; then each lane that is free asks about its own.
   */
  private void take(IntakeRequest request) {
    idleSinceNanos = System.nanoTime();
    Requests.requireKnown(request);
    requireCount(request.getDonationsCount());
    Set<IntakeLane> touched = new LinkedHashSet<>();
    for (IntakeDonation donation : request.getDonationsList()) {
      IntakeLane lane = take(donation);
      if (lane != null) {
        touched.add(lane);
      }
    }
    touched.forEach(this::ask);
  }

  private void requireCount(int count) {
    if (count == 0) {
      throw BadRequest.of(
          ProblemCode.INVALID_FIELD,
          "donations is empty, expected 1 to " + limits.messageDonationsMax());
    }
    if (count > limits.messageDonationsMax()) {
      throw BadRequest.of(
          ProblemCode.TOO_LARGE,
          "the message has %d donations, expected at most %d"
              .formatted(count, limits.messageDonationsMax()));
    }
  }

  /** The lane of a donation; none when its campaign has no name, then it is refused at once. */
  private @Nullable IntakeLane take(IntakeDonation donation) {
    int bytes = donation.getSerializedSize();
    places++;
    openDonations++;
    openBytes += bytes;
    BatchItem item = item(donation);
    Taken taken = new Taken(places, donation.getCampaignId(), bytes, item);
    try {
      IntakeLane lane =
          lanes.computeIfAbsent(
              Requests.id("campaignId", donation.getCampaignId(), CampaignId::of), IntakeLane::new);
      lane.add(taken);
      return lane;
    } catch (BadRequest nameless) {
      settle(
          taken,
          new BatchResult.Refused(
              item.claimedId(), nameless.problem().code(), nameless.problem().detail()));
      return null;
    }
  }

  private static BatchItem item(IntakeDonation donation) {
    try {
      Requests.requireKnown(donation);
      return BatchItem.of(MessageTree.of(donation.getDonation()), null, new Naming.ByCaller());
    } catch (BadRequest unknown) {
      return BatchItem.Invalid.of(null, unknown);
    }
  }

  private void ask(IntakeLane lane) {
    List<Taken> next = lane.ask(BatchLimits.MESSAGE_MAX);
    if (next.isEmpty()) {
      return;
    }
    List<BatchItem> items = next.stream().map(Taken::item).toList();
    var unused =
        call.identity()
            .inLogs(
                () ->
                    DonationBatch.recordEach(
                        items, campaigns.within(call.patience()), lane.campaignId()))
            .whenCompleteAsync((results, failure) -> answered(lane, next, results, failure), loop);
  }

  private void answered(
      IntakeLane lane,
      List<Taken> asked,
      @Nullable List<BatchResult> results,
      @Nullable Throwable failure) {
    lane.answered();
    if (ended) {
      return;
    }
    if (results == null) {
      fail(
          failure == null
              ? new IllegalStateException("neither results nor a failure")
              : Exceptions.peel(failure));
      return;
    }
    for (int index = 0; index < asked.size(); index++) {
      settle(asked.get(index), results.get(index));
    }
    ask(lane);
    if (lane.idle()) {
      lanes.remove(lane.campaignId());
    }
    tell();
  }

  private void settle(Taken donation, BatchResult result) {
    outbox.add(new Told(IntakeMessages.receipt(donation, result), donation.bytes()));
  }

  /** Gives the transport what it wants, and then looks whether to go on or to end. */
  private void tell() {
    while (!ended && !outbox.isEmpty() && caller.isReady()) {
      IntakeResponse.Builder message = IntakeResponse.newBuilder();
      while (!outbox.isEmpty() && message.getReceiptsCount() < RECEIPTS_MAX) {
        Told told = outbox.remove();
        openDonations--;
        openBytes -= told.bytes();
        message.addReceipts(told.receipt());
      }
      caller.onNext(message.build());
    }
    boolean nothingOpen = !ended && openDonations == 0;
    if (nothingOpen && callerDone) {
      ended = true;
      caller.onCompleted();
    } else if (nothingOpen && nodeStops) {
      fail(
          BadRequest.of(
              ProblemCode.UNAVAILABLE, "this node is stopping; send again what had no receipt"));
    } else {
      askForMore();
    }
  }

  private void askForMore() {
    boolean wanted = !ended && !asked && !callerDone && !nodeStops;
    if (wanted && openDonations < limits.openDonationsMax() && openBytes < limits.openBytesMax()) {
      asked = true;
      caller.request(1);
    }
  }

  private void fail(Throwable failure) {
    end();
    caller.onError(failure);
  }

  /** From here on nothing is asked about and nothing is told. */
  private void end() {
    ended = true;
    lanes.clear();
    outbox.clear();
  }

  private void onLoop(Runnable step) {
    if (loop.inEventLoop()) {
      step.run();
    } else {
      loop.execute(step);
    }
  }
}
