package amanah.cluster;

import akka.actor.Address;
import akka.actor.typed.ActorRef;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The quorum as this node's {@link QuorumWatch} finds it: held while a majority has answered a
 * question that was put less than a lease ago. What is told by it waits for the answer to a
 * question that is put after it was known. Thread-safe.
 */
public final class MajorityQuorum implements Quorum {

  private final LongSupplier nanoTime;
  private final Membership membership;
  private final Duration lease;
  private final BooleanSupplier mayServe;
  private final AtomicLong heardNanos;
  private final UnconfirmedAnswers unconfirmed = new UnconfirmedAnswers();
  private final AtomicReference<@Nullable ActorRef<QuorumMessage>> watch = new AtomicReference<>();

  /**
   * One that is held from now on for the time of a lease, as if all had just been heard.
   *
   * @param nanoTime by which the lease is measured
   * @param lease how long an answer counts from the moment the question was put
   * @param mayServe whether this node is one of the cluster's own, as far as it knows
   */
  public MajorityQuorum(
      LongSupplier nanoTime, Membership membership, Duration lease, BooleanSupplier mayServe) {
    this.nanoTime = nanoTime;
    this.membership = membership;
    this.lease = lease;
    this.mayServe = mayServe;
    this.heardNanos = new AtomicLong(nanoTime.getAsLong());
  }

  @Override
  public boolean held() {
    return nanoTime.getAsLong() - heardNanos.get() < lease.toNanos() && mayServe.getAsBoolean();
  }

  @Override
  public <T> void tell(ActorRef<? super T> to, T answer, T withheld) {
    if (!held()) {
      to.tell(withheld);
    } else if (isAlone()) {
      to.tell(answer);
    } else if (unconfirmed.add(to, answer, withheld)) {
      ask();
    }
  }

  private void ask() {
    ActorRef<QuorumMessage> asking = watch.get();
    if (asking != null) {
      asking.tell(new QuorumMessage.Wanted());
    }
  }

  /** Whether nobody else has a vote; one who leaves has none himself and asks those who have. */
  boolean isAlone() {
    Set<Address> voters = membership.voters();
    return voters.isEmpty() || (voters.size() == 1 && voters.contains(membership.address()));
  }

  /** The watch that asks for it; until it is there, what is told waits. */
  void watchedBy(ActorRef<QuorumMessage> asking) {
    watch.set(asking);
    if (unconfirmed.areWaiting()) {
      ask();
    }
  }

  /** A majority has answered the question that was put at that time. */
  void heard(long askedNanos) {
    heardNanos.accumulateAndGet(askedNanos, Math::max);
    unconfirmed.settleUpTo(askedNanos, mayServe.getAsBoolean());
  }

  /** When the last question was put that a majority has answered. */
  long heardNanos() {
    return heardNanos.get();
  }

  UnconfirmedAnswers unconfirmed() {
    return unconfirmed;
  }
}
