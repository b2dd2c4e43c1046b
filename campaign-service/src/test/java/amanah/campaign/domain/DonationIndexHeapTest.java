package amanah.campaign.domain;

import static amanah.campaign.domain.IndexedDonations.donation;
import static amanah.campaign.domain.IndexedDonations.uuid;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.id.DonationId;
import amanah.id.RefundId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DonationIndexHeapTest {

  private static final int MILLION = 1_000_000;
  private static final int BYTES_MAX = 96;

  /** How a campaign's donations and donors are named; every donation is another donor's. */
  enum Naming {
    UUIDS {
      @Override
      Donation next(int number, Random random) {
        return donation(uuid(random), amount(random), uuid(random));
      }
    },
    COUNTED {
      @Override
      Donation next(int number, Random random) {
        String id = "agdq2014-" + (100_000 + number);
        return donation(id, amount(random), "donor-" + (1_000_000_000L + number));
      }
    },
    UUIDS_BY_COUNTED_DONORS {
      @Override
      Donation next(int number, Random random) {
        return donation(uuid(random), amount(random), "donor-" + (1_000_000_000L + number));
      }
    };

    abstract Donation next(int number, Random random);

    private static long amount(Random random) {
      return 1L + random.nextInt(1_000_000);
    }
  }

  @ParameterizedTest
  @EnumSource
  void at_no_size_does_a_donation_cost_more_than_96_bytes(Naming naming) {
    Random random = new Random(1);
    DonationIndex index = DonationIndex.empty();
    double worst = 0;
    for (int number = 0; number < MILLION; number++) {
      index.add(naming.next(number, random), number / 100 + 1);
      if (number >= 1_000 && (number < 50_000 || number % 1_000 == 0 || number == 786_432)) {
        worst = Math.max(worst, (double) index.heapBytes() / index.size());
      }
    }

    assertThat(worst).isLessThanOrEqualTo(BYTES_MAX);
  }

  @Test
  void a_million_donations_really_take_what_is_accounted_for() {
    long before = usedBytes();
    DonationIndex index = DonationIndex.empty();
    Random random = new Random(2);
    for (int number = 0; number < MILLION; number++) {
      index.add(Naming.UUIDS.next(number, random), number / 100 + 1);
    }

    long taken = usedBytes() - before;

    assertThat((double) taken / MILLION).isLessThanOrEqualTo(BYTES_MAX);
    assertThat((double) index.heapBytes()).isBetween(taken * 0.95, taken * 1.05);
  }

  @Test
  void small_campaigns_are_small() {
    DonationIndex index = DonationIndex.empty();

    assertThat(index.heapBytes()).isLessThan(200);

    Random random = new Random(3);
    for (int number = 0; number < 10; number++) {
      index.add(Naming.UUIDS.next(number, random), number + 1);
    }
    assertThat(index.heapBytes()).isLessThan(3_000);
  }

  @Test
  void a_refund_costs_no_more_than_a_donation() {
    DonationIndex index = DonationIndex.empty();
    Random random = new Random(4);
    for (int number = 0; number < 200_000; number++) {
      Donation donation = Naming.UUIDS.next(number, random);
      index.add(donation, number + 1);
    }
    long before = index.heapBytes();
    Random again = new Random(4);
    for (int number = 0; number < 200_000; number++) {
      DonationId donation = Naming.UUIDS.next(number, again).donationId();
      index.addRefund(
          RefundId.of("refund-" + number), donation, 1, 200_000 + number, "event cancelled");
    }

    double each = (index.heapBytes() - before) / 200_000.0;
    assertThat(each).isLessThanOrEqualTo(BYTES_MAX);
  }

  /** Collects until what is used stops falling. */
  private static long usedBytes() {
    long used = Long.MAX_VALUE;
    for (int round = 0; round < 20; round++) {
      System.gc();
      long now = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
      if (now >= used) {
        return now;
      }
      used = now;
    }
    return used;
  }
}
