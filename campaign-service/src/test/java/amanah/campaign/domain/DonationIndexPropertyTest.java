package amanah.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.id.DonationId;
import amanah.id.RefundId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DonationIndexPropertyTest {

  private static final int STEPS = 120_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void it_answers_as_a_plain_map_does_through_any_history(long seed) {
    History history = new History(new Random(seed));
    for (int step = 1; step <= STEPS; step++) {
      history.step(step);
      if (step % 30_000 == 0) {
        history.requireAllAsModelled();
        history.goOnFromImage();
      }
    }
    history.requireAllAsModelled();
  }

  private record Recorded(Donation donation, long sequence) {}

  private record Refunded(
      String donationId, long amountMinor, long refundedAfterMinor, long sequence, String reason) {}

  private static final class History {

    private final Random random;
    private final Map<String, Recorded> donations = new HashMap<>();
    private final Map<String, Long> refundedMinor = new HashMap<>();
    private final Map<String, Refunded> refunds = new HashMap<>();
    private final Map<String, List<Long>> refundSequences = new HashMap<>();
    private final Set<String> donors = new HashSet<>();
    private final List<Donation> inOrder = new ArrayList<>();
    private DonationIndex index = DonationIndex.empty();

    History(Random random) {
      this.random = random;
    }

    void step(int sequence) {
      switch (random.nextInt(8)) {
        case 0 -> refund(sequence);
        case 1 -> repeat(sequence);
        default -> add(sequence);
      }
    }

    private void add(int sequence) {
      String id = IndexedDonations.id(random);
      int entry = index.find(DonationId.of(id));
      require((entry != DonationIndex.ABSENT) == donations.containsKey(id), "donation " + id);
      if (entry == DonationIndex.ABSENT) {
        String donorId = random.nextInt(10) == 0 ? null : IndexedDonations.id(random);
        long amountMinor = 1 + (random.nextLong() >>> (1 + random.nextInt(62)));
        Donation donation = IndexedDonations.donation(id, amountMinor, donorId);
        index.add(donation, sequence);
        donations.put(id, new Recorded(donation, sequence));
        inOrder.add(donation);
        if (donorId != null) {
          donors.add(donorId);
        }
      }
    }

    private void repeat(int sequence) {
      if (!inOrder.isEmpty()) {
        Donation donation = inOrder.get(random.nextInt(inOrder.size()));
        try {
          index.add(donation, sequence);
          throw new AssertionError("added twice: " + donation);
        } catch (IllegalStateException expected) {
          assertThat(expected).hasMessageEndingWith("is recorded already");
        }
      }
    }

    private void refund(int sequence) {
      if (inOrder.isEmpty()) {
        return;
      }
      Donation donation = inOrder.get(random.nextInt(inOrder.size()));
      String id = donation.donationId().value();
      String refundId = IndexedDonations.id(random);
      long left = donation.amount().minor() - refundedMinor.getOrDefault(id, 0L);
      boolean known = index.findRefund(RefundId.of(refundId)) != DonationIndex.ABSENT;
      require(known == refunds.containsKey(refundId), "refund " + refundId);
      if (!known && left > 0) {
        long amountMinor = 1 + Math.floorMod(random.nextLong(), left);
        String reason = "reason " + random.nextInt(3);
        index.addRefund(RefundId.of(refundId), DonationId.of(id), amountMinor, sequence, reason);
        long after = refundedMinor.merge(id, amountMinor, Long::sum);
        refunds.put(refundId, new Refunded(id, amountMinor, after, sequence, reason));
        refundSequences.computeIfAbsent(id, unused -> new ArrayList<>()).add((long) sequence);
      }
    }

    void requireAllAsModelled() {
      assertThat(index.size()).isEqualTo(donations.size());
      assertThat(index.donorCount()).isEqualTo(donors.size());
      donations.forEach(this::requireAsModelled);
      refunds.forEach(this::requireAsModelled);
    }

    private void requireAsModelled(String id, Recorded recorded) {
      Donation donation = recorded.donation();
      int entry = index.find(donation.donationId());
      boolean same =
          entry != DonationIndex.ABSENT
              && index.amountMinor(entry) == donation.amount().minor()
              && index.sequence(entry) == recorded.sequence()
              && index.fingerprint(entry) == DonationIndex.fingerprintOf(donation)
              && index.refundedMinor(entry) == refundedMinor.getOrDefault(id, 0L)
              && index
                  .refundSequences(donation.donationId())
                  .equals(refundSequences.getOrDefault(id, List.of()));
      require(same, "donation " + id);
    }

    private void requireAsModelled(String refundId, Refunded refund) {
      RefundEntry expected =
          new RefundEntry(
              DonationId.of(refund.donationId()),
              refund.amountMinor(),
              refund.refundedAfterMinor(),
              refund.sequence(),
              DonationIndex.fingerprintOfReason(refund.reason()));
      RefundEntry entry = index.refund(index.findRefund(RefundId.of(refundId)));
      require(entry.equals(expected), "refund " + refundId);
    }

    /** AssertJ in millions would take most of the time. */
    private static void require(boolean condition, String subject) {
      if (!condition) {
        throw new AssertionError(subject + " is not as modelled");
      }
    }

    void goOnFromImage() {
      IndexImage image = index.image();
      index = DonationIndex.restore(image);
      assertThat(index.image()).isEqualTo(image);
    }
  }
}
