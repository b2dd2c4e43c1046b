package amanah.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.id.DonationId;
import amanah.id.RefundId;
import amanah.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Donation {@code d-1} is of 100 cents, {@code d-2} of 70. */
final class RefundRulesTest {

  private final Story story = Story.active(Terms.softGoal(1_000));

  @BeforeEach
  void two_donations() {
    story.gives("d-1", 100);
    story.gives("d-2", 70);
  }

  @Nested
  final class A_new_refund {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        useHeadersInDisplayName = true,
        textBlock =
            """
            before | donation | amount | currency | outcome
            0      | d-1      | 1      | USD      | done
            0      | d-1      | 100    | USD      | done
            0      | d-1      | 101    | USD      | REFUND_EXCEEDS_CAPTURED
            0      | d-1      | MAX    | USD      | REFUND_EXCEEDS_CAPTURED
            0      | d-1      | -      | USD      | done
            40     | d-1      | 59     | USD      | done
            40     | d-1      | 60     | USD      | done
            40     | d-1      | 61     | USD      | REFUND_EXCEEDS_CAPTURED
            40     | d-1      | -      | USD      | done
            100    | d-1      | 1      | USD      | REFUND_EXCEEDS_CAPTURED
            100    | d-1      | -      | USD      | REFUND_EXCEEDS_CAPTURED
            100    | d-2      | 70     | USD      | done
            0      | d-1      | 0      | USD      | INVALID_AMOUNT
            0      | d-1      | -1     | USD      | INVALID_AMOUNT
            100    | d-1      | 0      | USD      | INVALID_AMOUNT
            0      | d-1      | 1      | EUR      | CURRENCY_MISMATCH
            0      | d-1      | 0      | EUR      | CURRENCY_MISMATCH
            0      | d-3      | 1      | USD      | DONATION_NOT_FOUND
            0      | d-3      | 0      | EUR      | DONATION_NOT_FOUND
            0      | d-3      | -      | USD      | DONATION_NOT_FOUND
            """)
    void gives_back_at_most_what_is_left(ArgumentsAccessor row) {
      long before = row.getLong(0);
      if (before > 0) {
        story.refunds("r-0", "d-1", usd(before));
      }

      Answer answer = story.refunds("r-1", row.getString(1), amount(row));

      boolean done = row.getString(4).equals("done");
      long left = row.getString(1).equals("d-1") ? 100 - before : 70;
      long given =
          row.getString(2).equals("-") ? left : row.getString(2).equals("MAX") ? 0 : row.getLong(2);
      assertThat(Story.word(answer)).isEqualTo(row.getString(4));
      assertThat(story.summary().raised()).isEqualTo(usd(170 - before - (done ? given : 0)));
      assertThat(story.latest()).hasSize(done ? 1 : 0);
    }

    @Test
    void is_answered_with_what_was_given_back_so_far() {
      story.refunds("r-1", "d-1", usd(30));

      Answer answer = story.refunds("r-2", "d-1", usd(20));

      assertThat(answer)
          .isEqualTo(answered("r-2", usd(20), usd(50), story.summary().sequence(), false));
    }

    @Test
    void of_all_that_is_left_names_the_amount_in_its_event() {
      story.refunds("r-1", "d-1", usd(30));

      story.refunds("r-2", "d-1", null);

      assertThat(story.latest())
          .containsExactly(
              new CampaignEvent.DonationRefunded(
                  RefundId.of("r-2"), DonationId.of("d-1"), usd(70), "asked for", Story.START));
    }

    @Test
    void leaves_the_counts_of_donations_and_donors() {
      story.refunds("r-1", "d-1", null);

      assertThat(story.summary().donationCount()).isEqualTo(2);
      assertThat(story.summary().donorCount()).isOne();
    }

    @ParameterizedTest
    @EnumSource(
        value = CampaignStatus.class,
        names = {"ACTIVE", "PAUSED", "COMPLETED", "CANCELLED"})
    void is_possible_in_every_status_that_can_have_donations(CampaignStatus status) {
      story.becomes(status);

      Answer answer = story.refunds("r-1", "d-1", usd(100));

      assertThat(Story.word(answer)).isEqualTo("done");
    }

    @Test
    void is_found_with_its_donation() {
      story.refunds("r-1", "d-1", usd(30));
      story.refunds("r-2", "d-2", usd(30));
      story.refunds("r-3", "d-1", usd(30));

      assertThat(story.campaign().locate(DonationId.of("d-1")))
          .isEqualTo(Optional.of(new DonationLocation(2, usd(60), List.of(4L, 6L))));
      assertThat(story.campaign().locate(DonationId.of("d-3"))).isEmpty();
    }
  }

  @Nested
  final class A_refund_that_came_before {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        useHeadersInDisplayName = true,
        textBlock =
            """
            first | donation | again | currency | reason    | outcome
            30    | d-1      | 30    | USD      | asked for | replayed
            -     | d-1      | -     | USD      | asked for | replayed
            -     | d-1      | 100   | USD      | asked for | replayed
            100   | d-1      | -     | USD      | asked for | replayed
            30    | d-1      | -     | USD      | asked for | IDEMPOTENCY_MISMATCH
            30    | d-1      | 31    | USD      | asked for | IDEMPOTENCY_MISMATCH
            30    | d-1      | 0     | USD      | asked for | IDEMPOTENCY_MISMATCH
            30    | d-1      | 30    | EUR      | asked for | IDEMPOTENCY_MISMATCH
            -     | d-1      | 99    | USD      | asked for | IDEMPOTENCY_MISMATCH
            30    | d-2      | 30    | USD      | asked for | IDEMPOTENCY_MISMATCH
            30    | d-3      | 30    | USD      | asked for | IDEMPOTENCY_MISMATCH
            30    | d-1      | 30    | USD      | fraud     | IDEMPOTENCY_MISMATCH
            30    | d-1      | 30    | USD      |           | IDEMPOTENCY_MISMATCH
            """)
    void is_a_replay_if_its_content_is_the_same(ArgumentsAccessor row) {
      story.refunds("r-1", "d-1", row.getString(0).equals("-") ? null : usd(row.getLong(0)));
      Money raised = story.summary().raised();

      Answer answer =
          story.does(
              new CampaignCommand.Refund(
                  RefundId.of("r-1"),
                  DonationId.of(row.getString(1)),
                  amount(row),
                  row.getString(4)));

      assertThat(Story.word(answer)).isEqualTo(row.getString(5));
      assertThat(story.latest()).isEmpty();
      assertThat(story.summary().raised()).isEqualTo(raised);
    }

    @Test
    void is_answered_as_the_first_time_whatever_came_between() {
      Answer first = story.refunds("r-1", "d-1", usd(30));
      long sequence = story.summary().sequence();
      story.refunds("r-2", "d-1", usd(70));
      story.becomes(CampaignStatus.CANCELLED);

      Answer again = story.refunds("r-1", "d-1", usd(30));

      assertThat(first).isEqualTo(answered("r-1", usd(30), usd(30), sequence, false));
      assertThat(again).isEqualTo(answered("r-1", usd(30), usd(30), sequence, true));
    }

    @Test
    void and_was_refused_is_judged_anew() {
      String first = Story.word(story.refunds("r-1", "d-1", usd(101)));

      String second = Story.word(story.refunds("r-1", "d-1", usd(100)));

      assertThat(first).isEqualTo("REFUND_EXCEEDS_CAPTURED");
      assertThat(second).isEqualTo("done");
    }
  }

  private static @Nullable Money amount(ArgumentsAccessor row) {
    return switch (row.getString(2)) {
      case "-" -> null;
      case "MAX" -> usd(Long.MAX_VALUE);
      default -> Money.of(row.getLong(2), Currency.getInstance(row.getString(3)));
    };
  }

  private static Answer answered(
      String refundId, Money amount, Money refunded, long sequence, boolean replayed) {
    return new Answer.RefundRecorded(
        RefundId.of(refundId),
        DonationId.of("d-1"),
        amount,
        refunded,
        usd(100),
        "asked for",
        sequence,
        replayed);
  }

  private static Money usd(long minor) {
    return Money.of(minor, Donations.USD);
  }
}
