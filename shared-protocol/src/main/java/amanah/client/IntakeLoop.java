package amanah.client;

import amanah.v1.IntakeReceipt;
import amanah.v1.IntakeResponse;
import amanah.v1.OutcomeStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes on in a stream of donations, one step after the other on one event loop; only the inbox
 * and the wish to end are told from elsewhere.
 *
 * <pre>
 *   no call --donations wait--> call --ended, broken, silent--> pause --> no call
 *                               |  ^
 *                               |  +-- released after a while
 *                               +----> held: refused for the moment
 * </pre>
 */
final class IntakeLoop implements IntakeCall.Events {

  private static final Logger LOG = LoggerFactory.getLogger(IntakeLoop.class);

  private final Means means;
  private final Room room;
  private final Executor loop;
  private final Queue<OpenDonation> inbox = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean woken = new AtomicBoolean();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile boolean finishing;
  private volatile boolean closing;

  private final OpenDonations donations;
  private final Delays delays;
  private @Nullable IntakeCall call;
  private boolean halfClosed;
  private boolean pausing;
  private boolean holding;
  private boolean progressed;
  private boolean stuck;
  private long stuckSinceNanos;

  /** A donation, and what became of it. */
  private record Settled(OpenDonation donation, Outcome<IntakeReceipt> outcome) {}

  IntakeLoop(Means means, StreamLimits limits, Room room, Executor loop) {
    this.means = means;
    this.room = room;
    this.loop = loop;
    this.donations = new OpenDonations(limits);
    this.delays = means.delays();
  }

  void add(OpenDonation donation) {
    inbox.add(donation);
    wake();
  }

  void finish() {
    finishing = true;
    wake();
  }

  void close() {
    closing = true;
    wake();
  }

  CompletionStage<Void> ended() {
    return ended.minimalCompletionStage();
  }

  private void wake() {
    if (woken.compareAndSet(false, true)) {
      loop.execute(this::proceed);
    }
  }

  /** Takes what was offered, sends what can be sent, and sees whether this is the end. */
  private void proceed() {
    woken.set(false);
    for (OpenDonation next = inbox.poll(); next != null; next = inbox.poll()) {
      donations.add(next);
    }
    if (closing) {
      breakOff();
      return;
    }
    if (donations.areWaiting() && call == null && !pausing) {
      call = IntakeCall.to(means.nodes().next(), loop, this);
    }
    send();
    if (finishing && donations.isEmpty()) {
      end();
    }
  }

  private void send() {
    IntakeCall open = call;
    while (open != null && donations.areWaiting() && open.isReady()) {
      if (!donations.areSent()) {
        open.expectWithin(means.rules().tryMax());
      }
      open.send(donations.message());
    }
  }

  private void end() {
    IntakeCall open = call;
    if (open == null) {
      ended.complete(null);
    } else if (!halfClosed) {
      halfClosed = true;
      open.expectWithin(means.rules().tryMax());
      open.halfClose();
    }
  }

  private void breakOff() {
    leaveCall("the caller closed his stream");
    giveUp(donations.removeAll(), donation -> "the stream was closed");
    ended.complete(null);
  }

  @Override
  public void ready(IntakeCall from) {
    if (from == call) {
      proceed();
    }
  }

  @Override
  public void received(IntakeCall from, IntakeResponse response) {
    if (from != call) {
      return;
    }
    List<Settled> settled = new ArrayList<>(response.getReceiptsCount());
    for (IntakeReceipt receipt : response.getReceiptsList()) {
      OpenDonation donation = donations.receive(receipt);
      if (donation == null) {
        settle(settled);
        giveUpAll(from.node() + " sent a receipt for place " + receipt.getPlace() + ", where none is due");
        return;
      }
      Outcome<IntakeReceipt> outcome = outcome(donation, receipt, from);
      if (outcome == null) {
        donations.hold(donation);
      } else {
        settled.add(new Settled(donation, outcome));
      }
    }
    settle(settled);
    if (!settled.isEmpty()) {
      progressed = true;
      stuck = false;
      delays.progressed();
    }
    expect(from);
    holdForAWhile();
    proceed();
  }

  private void expect(IntakeCall from) {
    if (donations.areSent()) {
      from.expectWithin(means.rules().tryMax());
    } else {
      from.expectNothing();
    }
  }

  /** What the receipt says; null when the donation is to be sent again. */
  private @Nullable Outcome<IntakeReceipt> outcome(
      OpenDonation donation, IntakeReceipt receipt, IntakeCall from) {
    if (receipt.getStatus() != OutcomeStatus.OUTCOME_STATUS_REFUSED) {
      return new Outcome.Answered<>(receipt);
    }
    long now = means.time().nanoTime();
    return switch (TryEnds.ofReceipt(receipt.getCode(), receipt.getDetail(), from.node())) {
      case TryEnd.Refused no -> {
        if (donation.isPerhapsUnderWay(now)) {
          donation.trouble(TryEnds.perhapsUnderWay(no), now);
          yield null;
        }
        yield new Outcome.Refused<>(no.code(), no.detail());
      }
      case TryEnd.Later later -> {
        if (later.perhapsDone()) {
          donation.mayBeUnderWay(underWayUntil());
        }
        donation.trouble(later.reason(), now);
        yield null;
      }
      case TryEnd.Broken defect -> {
        donation.mayBeUnderWay(underWayUntil());
        yield donation.givenUp(defect.reason());
      }
    };
  }

  /** What is refused for the moment waits together for its next try. */
  private void holdForAWhile() {
    if (holding || !donations.areHeld()) {
      return;
    }
    long now = means.time().nanoTime();
    Duration patience = means.rules().patience();
    giveUp(
        donations.removeHeld(held -> !held.patienceLeft(patience, now).isPositive()),
        OpenDonation::reason);
    Optional<Duration> left = donations.shortestPatience(patience, now);
    if (left.isPresent()) {
      holding = true;
      progressed = false;
      after(Delays.shorter(delays.next(Duration.ZERO), left.get()), this::release);
    }
  }

  private void release() {
    holding = false;
    if (!progressed && means.nodes().severalAreThere()) {
      leaveCall("it says nothing but not now");
    }
    donations.release();
    proceed();
  }

  @Override
  public void ended(IntakeCall from, @Nullable Throwable failure) {
    if (from != call) {
      return;
    }
    call = null;
    if (halfClosed) {
      ended.complete(null); // All was settled before.
      return;
    }
    TryEnd end =
        failure == null
            ? new TryEnd.Later(from.node() + " ended the stream", true, Duration.ZERO)
            : TryEnds.of(failure, from.node());
    unanswered(failure == null || !TryEnds.neverArrived(failure));
    switch (end) {
      case TryEnd.Later later -> pause(later);
      case TryEnd.Refused no -> giveUpAll(from.node() + " refuses the stream with " + no.code() + ": " + no.detail());
      case TryEnd.Broken defect -> giveUpAll(defect.reason());
    }
  }

  /** No call for a while; all is given up when nothing got through for too long. */
  private void pause(TryEnd.Later later) {
    donations.release();
    long now = means.time().nanoTime();
    if (!stuck) {
      stuck = true;
      stuckSinceNanos = now;
    }
    Duration left = means.rules().patience().minusNanos(now - stuckSinceNanos);
    if (!left.isPositive()) {
      giveUpAll(later.reason());
    } else if (!donations.isEmpty()) {
      pausing = true;
      after(
          Delays.shorter(delays.next(later.leaveAlone()), left),
          () -> {
            pausing = false;
            proceed();
          });
    }
  }

  private void leaveCall(String reason) {
    IntakeCall left = call;
    if (left != null) {
      call = null;
      halfClosed = false;
      left.cancel(reason);
      unanswered(true);
    }
  }

  /** What the last call brought away and has no receipt goes back. */
  private void unanswered(boolean perhapsDone) {
    List<OpenDonation> all = donations.callEnded();
    if (perhapsDone) {
      long until = underWayUntil();
      all.forEach(donation -> donation.mayBeUnderWay(until));
    }
  }

  private long underWayUntil() {
    return means.time().nanoTime() + means.rules().underWayMax().toNanos();
  }

  private void after(Duration delay, Runnable step) {
    means.time().after(delay, () -> loop.execute(step));
  }

  private void giveUpAll(String reason) {
    leaveCall(reason);
    stuck = false;
    delays.progressed();
    giveUp(donations.removeAll(), donation -> reason);
    proceed();
  }

  private void giveUp(List<OpenDonation> given, Function<OpenDonation, String> reason) {
    settle(
        given.stream()
            .map(donation -> new Settled(donation, donation.givenUp(reason.apply(donation))))
            .toList());
  }

  /** Their places are free before anybody is told: he may have the next donation at hand. */
  private void settle(List<Settled> settled) {
    if (!settled.isEmpty()) {
      room.giveBack(
          settled.size(), settled.stream().mapToLong(one -> one.donation().bytes()).sum());
      settled.forEach(IntakeLoop::tell);
    }
  }

  private static void tell(Settled settled) {
    try {
      settled.donation().settled().accept(settled.outcome());
    } catch (RuntimeException failed) {
      LOG.error("who was told what became of a donation failed", failed);
    }
  }
}
