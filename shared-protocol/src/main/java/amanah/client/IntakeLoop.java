package amanah.client;

import amanah.v1.IntakeReceipt;
import amanah.v1.IntakeResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What goes on in a stream of donations, one step after the other on one event loop; only the inbox
 * and the wish to end come from elsewhere.
 *
 * <pre>
 *   no call --donations wait--> call --it ended, broke, was silent--> pause --> no call
 *                               |  ^
 *              refused for the  |  | after a while
 *                       moment  +--+
 * </pre>
 */
final class IntakeLoop implements IntakeCall.Events {

  private final Means means;
  private final StreamLimits limits;
  private final Room room;
  private final ScheduledExecutorService loop;
  private final Queue<OpenDonation> inbox = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean woken = new AtomicBoolean();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile boolean finishing;
  private volatile boolean closing;

  /** Whether there will be a step anyhow: what is offered meanwhile gathers in the inbox. */
  private volatile boolean busy;

  private final OpenDonations donations;
  private final Delays delays;
  private Nodes.@Nullable Node node;
  private @Nullable IntakeCall call;
  private boolean halfClosed;
  private boolean pausing;
  private boolean holding;
  private boolean progressed;
  private boolean stuck;
  private long stuckSinceNanos;

  IntakeLoop(Means means, StreamLimits limits, Room room, ScheduledExecutorService loop) {
    this.means = means;
    this.limits = limits;
    this.room = room;
    this.loop = loop;
    this.donations = new OpenDonations(limits);
    this.delays = means.delays();
  }

  void add(OpenDonation donation) {
    inbox.add(donation);
    if (!busy) {
      wake();
    }
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
      loop.execute(
          () -> {
            woken.set(false);
            proceed();
          });
    }
  }

  /** Takes what was offered, sends what can be sent, and sees whether this is the end. */
  private void proceed() {
    stuck &= !donations.isEmpty();
    for (OpenDonation next = inbox.poll(); next != null; next = inbox.poll()) {
      donations.add(next);
    }
    if (closing) {
      breakOff();
      return;
    }
    if (donations.areWaiting() && call == null && !pausing) {
      Nodes.Node next = node == null ? means.nodes().first() : means.nodes().after(node);
      node = next;
      call = IntakeCall.to(next, loop, this);
    }
    send();
    if (finishing && donations.isEmpty()) {
      end();
    }
    busy = pausing || halfClosed || (call != null && !call.isReady());
    lookAgain();
  }

  /** For who offered while it was busy, and after it had taken what was offered. */
  private void lookAgain() {
    if (!busy && !inbox.isEmpty()) {
      wake();
    }
  }

  private void send() {
    IntakeCall open = call;
    while (open != null && !halfClosed && donations.areWaiting() && open.isReady()) {
      if (!donations.areSent()) {
        open.expectWithin(limits.silenceMax());
      }
      open.send(donations.message(means.time().nanoTime()));
    }
  }

  private void end() {
    IntakeCall open = call;
    if (open == null) {
      ended.complete(null);
    } else if (!halfClosed) {
      halfClosed = true;
      open.expectWithin(limits.silenceMax());
      open.halfClose();
    }
  }

  private void breakOff() {
    busy = false;
    leaveCall("the caller closed his stream");
    giveUp(donations.removeAll(), "the stream was closed");
    ended.complete(null);
    lookAgain();
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
    Settlement settlement = new Settlement();
    for (IntakeReceipt receipt : response.getReceiptsList()) {
      OpenDonation donation = donations.receive(receipt);
      if (donation == null) {
        settlement.tell(room);
        giveUpAll(from.node() + " sent a receipt that was not due, place " + receipt.getPlace());
        return;
      }
      Outcome<IntakeReceipt> outcome =
          donation.told(receipt, from.node(), means.time().nanoTime(), means.rules());
      if (outcome == null) {
        donations.hold(donation);
      } else {
        settlement.add(donation, outcome);
      }
    }
    settle(settlement);
    if (donations.areSent()) {
      from.expectWithin(limits.silenceMax());
    } else {
      from.expectNothing();
    }
    holdForAWhile();
    proceed();
  }

  private void settle(Settlement settlement) {
    if (!settlement.isEmpty()) {
      progressed = true;
      stuck = false;
      delays.progressed();
      settlement.tell(room);
    }
  }

  /** All that is refused for the moment waits together for its next try. */
  private void holdForAWhile() {
    if (holding || !donations.areHeld()) {
      return;
    }
    long now = means.time().nanoTime();
    Duration patience = means.rules().patience();
    Settlement.givenUp(
            donations.removeHeld(held -> !held.patienceLeft(patience, now).isPositive()),
            held -> means.triedInVain(held.reason()))
        .tell(room);
    Optional<Duration> left = donations.shortestPatience(patience, now);
    if (left.isPresent()) {
      holding = true;
      progressed = false;
      after(Delays.shorter(delays.next(Duration.ZERO), left.get()), this::release);
    }
  }

  /** A node that says nothing but not now is left for the next. */
  private void release() {
    holding = false;
    if (!progressed && means.nodes().severalAreThere()) {
      leaveCall("nothing but refusals for the moment");
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
      halfClosed = false; // All that it brought away is settled.
      proceed();
      return;
    }
    TryEnd.Failed end =
        failure == null
            ? new TryEnd.Unknown(from.node() + " ended the stream")
            : TryEnds.of(failure, from.node());
    backToWaiting(!(end instanceof TryEnd.NotConnected));
    switch (end) {
      case TryEnd.Later later -> pause(later);
      case TryEnd.Refused no -> giveUpAll(from.node() + " refuses the stream: " + no.detail());
      case TryEnd.Defect defect -> giveUpAll(defect.reason());
    }
  }

  /** No call for a while; but all is given up when nothing got through for too long. */
  private void pause(TryEnd.Later later) {
    long now = means.time().nanoTime();
    stuckSinceNanos = stuck ? stuckSinceNanos : now;
    stuck = true;
    Duration left = means.rules().patience().minusNanos(now - stuckSinceNanos);
    if (!left.isPositive()) {
      giveUpAll(means.triedInVain(later.reason()));
      return;
    }
    pausing = !donations.isEmpty();
    if (pausing) {
      after(Delays.shorter(delays.next(later.leaveAlone()), left), this::resume);
    }
    proceed();
  }

  private void resume() {
    pausing = false;
    proceed();
  }

  private void leaveCall(String reason) {
    IntakeCall left = call;
    if (left != null) {
      call = null;
      halfClosed = false;
      left.cancel(reason);
      backToWaiting(true);
    }
  }

  /** What the last call brought away and has no receipt, and what was held beside it. */
  private void backToWaiting(boolean perhapsDone) {
    List<OpenDonation> unanswered = donations.callEnded();
    if (perhapsDone) {
      long until = means.time().nanoTime() + means.rules().underWayMax().toNanos();
      unanswered.forEach(donation -> donation.mayBeUnderWay(until));
    }
    donations.release();
  }

  private void giveUpAll(String reason) {
    leaveCall(reason);
    giveUp(donations.removeAll(), reason);
    delays.progressed();
    proceed();
  }

  private void giveUp(List<OpenDonation> given, String reason) {
    Settlement.givenUp(given, donation -> reason).tell(room);
  }

  private void after(Duration delay, Runnable step) {
    means.time().after(delay, () -> loop.execute(step));
  }
}
