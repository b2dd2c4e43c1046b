package amanah.client;

import amanah.v1.IntakeReceipt;
import amanah.v1.IntakeRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The donations of a stream that have no receipt, each in one of three places. Whatever is to be
 * sent again takes its old place among those that wait, so the order stays that of the caller.
 *
 * <pre>
 *   add --> waiting --message--> sent --receipt--> settled
 *              ^                  | |
 *              +--the call ended--+ +--not now--> held --release--> waiting
 * </pre>
 */
final class OpenDonations {

  private final StreamLimits limits;
  private final TreeMap<Long, OpenDonation> waiting = new TreeMap<>();

  /** By their places on the call that is open, from 1. */
  private final Map<Long, OpenDonation> sent = new HashMap<>();

  private final List<OpenDonation> held = new ArrayList<>();
  private long offered;
  private long places;

  OpenDonations(StreamLimits limits) {
    this.limits = limits;
  }

  void add(OpenDonation donation) {
    donation.number(offered++);
    waiting.put(donation.number(), donation);
  }

  boolean isEmpty() {
    return waiting.isEmpty() && sent.isEmpty() && held.isEmpty();
  }

  boolean areWaiting() {
    return !waiting.isEmpty();
  }

  boolean areSent() {
    return !sent.isEmpty();
  }

  /** As many of those that wait as go in one message. */
  IntakeRequest message(long nowNanos) {
    IntakeRequest.Builder message = IntakeRequest.newBuilder();
    long bytes = 0;
    while (!waiting.isEmpty() && message.getDonationsCount() < limits.messageDonationsMax()) {
      OpenDonation next = waiting.firstEntry().getValue();
      bytes += next.bytes();
      if (bytes > limits.messageBytesMax() && message.getDonationsCount() > 0) {
        break;
      }
      waiting.pollFirstEntry();
      next.sent(nowNanos);
      sent.put(++places, next);
      message.addDonations(next.donation());
    }
    return message.build();
  }

  /** The donation of a receipt, which leaves; null when that one has no receipt due. */
  @Nullable OpenDonation receive(IntakeReceipt receipt) {
    OpenDonation donation = sent.get(receipt.getPlace());
    return donation != null && donation.isMeantBy(receipt) ? sent.remove(receipt.getPlace()) : null;
  }

  /** A donation that left is to be sent again, later. */
  void hold(OpenDonation donation) {
    held.add(donation);
  }

  /** Later is now. */
  void release() {
    wait(held);
    held.clear();
  }

  /** The call has ended: what it brought away and has no receipt waits again. */
  List<OpenDonation> callEnded() {
    List<OpenDonation> unanswered = List.copyOf(sent.values());
    wait(unanswered);
    sent.clear();
    places = 0;
    return unanswered;
  }

  boolean areHeld() {
    return !held.isEmpty();
  }

  /** How long the first of those that are held still has; nothing when none is. */
  Optional<Duration> shortestPatience(Duration patience, long nowNanos) {
    return held.stream()
        .map(donation -> donation.patienceLeft(patience, nowNanos))
        .min(Comparator.naturalOrder());
  }

  /** Takes out those of the held that are to be given up. */
  List<OpenDonation> removeHeld(Predicate<OpenDonation> rule) {
    List<OpenDonation> removed = new ArrayList<>();
    held.removeIf(donation -> rule.test(donation) && removed.add(donation));
    return removed;
  }

  /** Takes out all, once no call is open. */
  List<OpenDonation> removeAll() {
    release();
    List<OpenDonation> all = List.copyOf(waiting.values());
    waiting.clear();
    return all;
  }

  private void wait(Collection<OpenDonation> donations) {
    donations.forEach(donation -> waiting.put(donation.number(), donation));
  }
}
