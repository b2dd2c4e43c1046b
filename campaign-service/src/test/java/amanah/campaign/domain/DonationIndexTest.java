package amanah.campaign.domain;

import static amanah.campaign.domain.IndexedDonations.donation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.id.DonationId;
import amanah.id.RefundId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DonationIndexTest {

  private static final String UUID = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";

  private final DonationIndex index = DonationIndex.empty();

  @Nested
  final class Donations {

    @Test
    void an_empty_index_knows_nothing() {
      assertThat(index.size()).isZero();
      assertThat(index.donorCount()).isZero();
      assertThat(find("d-1")).isEqualTo(DonationIndex.ABSENT);
      assertThat(index.findRefund(RefundId.of("r-1"))).isEqualTo(DonationIndex.ABSENT);
      assertThat(index.refundSequences(DonationId.of("d-1"))).isEmpty();
    }

    @Test
    void a_donation_is_found_with_all_that_was_recorded() {
      Donation donation = donation("d-1", 5_000, "donor-1");

      index.add(donation, 7);

      int entry = find("d-1");
      assertThat(index.amountMinor(entry)).isEqualTo(5_000);
      assertThat(index.sequence(entry)).isEqualTo(7);
      assertThat(index.fingerprint(entry)).isEqualTo(DonationIndex.fingerprintOf(donation));
      assertThat(index.refundedMinor(entry)).isZero();
      assertThat(index.size()).isOne();
    }

    @Test
    void a_donation_that_is_there_already_is_a_contradiction() {
      index.add(donation("d-1", 5_000, "donor-1"), 7);

      assertThatThrownBy(() -> index.add(donation("d-1", 6_000, "donor-2"), 8))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("donation d-1 is recorded already");

      assertThat(index.amountMinor(find("d-1"))).isEqualTo(5_000);
      assertThat(index.donorCount()).isOne();
    }

    @Test
    void donors_are_counted_once_and_nobody_not_at_all() {
      index.add(donation("d-1", 1, "donor-1"), 1);
      index.add(donation("d-2", 1, "donor-1"), 1);
      index.add(donation("d-3", 1, "Donor-1"), 1);
      index.add(donation("d-4", 1, null), 1);
      index.add(donation("d-5", 1, UUID), 1);
      index.add(donation("d-6", 1, UUID), 1);

      assertThat(index.donorCount()).isEqualTo(3);
      assertThat(index.size()).isEqualTo(6);
    }

    @Test
    void a_uuid_and_its_look_alikes_are_different_donations() {
      List<String> ids =
          List.of(
              UUID,
              UUID.toUpperCase(Locale.ROOT),
              UUID.replace("-", ""),
              UUID.replace('-', '_'),
              UUID.substring(0, 35),
              UUID + "0",
              UUID.replace('f', 'g'),
              "0f1e2d3c4-b5a-6978-8796-a5b4c3d2e1f0");
      for (int each = 0; each < ids.size(); each++) {
        assertThat(find(ids.get(each))).isEqualTo(DonationIndex.ABSENT);
        index.add(donation(ids.get(each), each + 1, null), 1);
      }

      for (int each = 0; each < ids.size(); each++) {
        assertThat(index.amountMinor(find(ids.get(each)))).isEqualTo(each + 1);
      }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 127, 128, 16_383, 16_384, 1L << 56, Long.MAX_VALUE, -1})
    void any_number_is_kept(long number) {
      index.add(donation("d-1", number, null), number);

      assertThat(index.amountMinor(find("d-1"))).isEqualTo(number);
      assertThat(index.sequence(find("d-1"))).isEqualTo(number);
    }

    private int find(String id) {
      return index.find(DonationId.of(id));
    }
  }

  @Nested
  final class Refunds {

    private final DonationId donationId = DonationId.of("d-1");

    @Test
    void refunds_add_up_and_are_found_by_their_ids() {
      index.add(donation("d-1", 100, null), 1);

      index.addRefund(RefundId.of("r-1"), donationId, 30, 5, "asked for");
      index.addRefund(RefundId.of("r-2"), donationId, 70, 9, null);

      assertThat(index.refundedMinor(index.find(donationId))).isEqualTo(100);
      assertThat(index.refund(index.findRefund(RefundId.of("r-1"))))
          .isEqualTo(
              new RefundEntry(
                  donationId, 30, 30, 5, DonationIndex.fingerprintOfReason("asked for")));
      assertThat(index.refund(index.findRefund(RefundId.of("r-2"))))
          .isEqualTo(
              new RefundEntry(donationId, 70, 100, 9, DonationIndex.fingerprintOfReason(null)));
      assertThat(index.refundSequences(donationId)).containsExactly(5L, 9L);
    }

    @Test
    void a_refund_changes_no_other_donation() {
      index.add(donation("d-1", 100, null), 1);
      index.add(donation("d-2", 100, null), 1);

      index.addRefund(RefundId.of("r-1"), donationId, 30, 5, null);

      assertThat(index.refundedMinor(index.find(DonationId.of("d-2")))).isZero();
      assertThat(index.refundSequences(DonationId.of("d-2"))).isEmpty();
    }

    @Test
    void a_refund_that_is_there_already_is_a_contradiction() {
      index.add(donation("d-1", 100, null), 1);
      index.addRefund(RefundId.of("r-1"), donationId, 30, 5, null);

      assertThatThrownBy(() -> index.addRefund(RefundId.of("r-1"), donationId, 30, 5, null))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("refund r-1 is recorded already");
    }

    @Test
    void a_refund_of_an_unknown_donation_is_a_contradiction() {
      assertThatThrownBy(() -> index.addRefund(RefundId.of("r-1"), donationId, 30, 5, null))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("refund r-1 of unknown donation d-1");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 71, Long.MAX_VALUE, Long.MIN_VALUE})
    void a_refund_of_nothing_or_of_more_than_is_left_is_a_contradiction(long amountMinor) {
      index.add(donation("d-1", 100, null), 1);
      index.addRefund(RefundId.of("r-1"), donationId, 30, 5, null);

      assertThatThrownBy(
              () -> index.addRefund(RefundId.of("r-2"), donationId, amountMinor, 6, null))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageEndingWith("from donation d-1, of which 70 is left");
      assertThat(index.refundedMinor(index.find(donationId))).isEqualTo(30);
    }
  }
}
