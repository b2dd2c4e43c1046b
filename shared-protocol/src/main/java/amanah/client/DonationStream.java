package amanah.client;

import amanah.v1.IntakeDonation;
import amanah.v1.IntakeReceipt;
import amanah.v1.NewDonation;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/**
 * Donations in, what became of them out, over as many calls of {@code IntakeService.Donate} as it
 * takes.
 *
 * <p>Donations are offered from any thread. What is offered while the transport is busy goes out in
 * one message, in the order in which it was offered. When a call breaks, ends, or is silent for too
 * long, all that has no receipt is sent again in that order and under the same names, to the next
 * node; what is refused for the moment is sent again later by itself. When nothing has got through
 * for as long as there is patience, or one donation has been refused for the moment for so long, it
 * is given up; what is offered afterwards is tried anew.
 *
 * <p>Those who are told what became of a donation are told on an event loop, and must not block.
 */
public final class DonationStream implements AutoCloseable {

  private final Means means;
  private final StreamLimits limits;
  private final Room room;
  private final IntakeLoop loop;
  private volatile boolean finished;

  DonationStream(Means means, StreamLimits limits, ScheduledExecutorService eventLoop) {
    this.means = means;
    this.limits = limits;
    this.room = new Room(limits);
    this.loop = new IntakeLoop(means, limits, room, eventLoop);
  }

  /**
   * Takes a donation if there is room for it; where it has no id, it gets one.
   *
   * @param settled is told once what became of it
   * @return false when there is no room, see {@link #whenRoom}
   */
  public boolean offer(IntakeDonation donation, Consumer<? super Outcome<IntakeReceipt>> settled) {
    if (finished) {
      throw new IllegalStateException("a donation was offered to a stream that is finished");
    }
    OpenDonation open = new OpenDonation(named(donation), settled);
    if (open.bytes() > limits.messageBytesMax()) {
      settled.accept(tooLarge(open));
      return true;
    }
    if (!room.take(open.bytes())) {
      return false;
    }
    loop.add(open);
    return true;
  }

  /** Done once there is room again for a donation that was not taken. */
  public CompletionStage<Void> whenRoom() {
    return room.isThere();
  }

  /** Donations without a receipt. */
  public int open() {
    return room.donations();
  }

  /** Takes nothing more; done when all that was taken is settled and the stream has ended. */
  public CompletionStage<Void> finish() {
    finished = true;
    loop.finish();
    return whenEnded();
  }

  /** Breaks it off: what has no receipt is given up. */
  @Override
  public void close() {
    loop.close();
  }

  /** Done when it was finished or closed and everybody was told what became of his donation. */
  public CompletionStage<Void> whenEnded() {
    return loop.ended();
  }

  private IntakeDonation named(IntakeDonation donation) {
    if (donation.getDonation().hasDonationId()) {
      return donation;
    }
    NewDonation.Builder named = donation.getDonation().toBuilder().setDonationId(means.newName());
    return donation.toBuilder().setDonation(named).build();
  }

  private Outcome<IntakeReceipt> tooLarge(OpenDonation donation) {
    return new Outcome.Refused<>(
        "too_large",
        "the donation has %d bytes, expected at most %d"
            .formatted(donation.bytes(), limits.messageBytesMax()));
  }
}
