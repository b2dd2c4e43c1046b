package amanah.campaign.domain;

import static amanah.campaign.domain.Donations.donation;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.id.AssessmentId;
import amanah.id.DonorId;
import amanah.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The same donation again: later, in the same batch, and when the campaign takes no more. */
final class DonationRepeatTest {

  private static final String MISMATCH = "IDEMPOTENCY_MISMATCH";
  private static final Donation FIRST = donation("d-1", 100);

  static Stream<Arguments> repeats() {
    Donor donor = new Donor(DonorId.of("donor-1"), "Aisha", false);
    Donor another = new Donor(DonorId.of("donor-2"), "Aisha", false);
    Donor renamed = new Donor(DonorId.of("donor-1"), "Amina", false);
    Donor hidden = new Donor(DonorId.of("donor-1"), "Aisha", true);
    Donor nobody = new Donor(null, null, false);
    Donation unsaid = Donations.from(null, FIRST);
    return Stream.of(
        Arguments.of("all the same    ", FIRST, Donations.from(donor, FIRST), "replayed"),
        Arguments.of("nobody, unsaid  ", unsaid, Donations.from(nobody, FIRST), "replayed"),
        Arguments.of("unsaid, nobody  ", Donations.from(nobody, FIRST), unsaid, "replayed"),
        Arguments.of("other amount    ", FIRST, donation("d-1", 101), MISMATCH),
        Arguments.of("no amount       ", FIRST, donation("d-1", 0), MISMATCH),
        Arguments.of("other currency  ", FIRST, of(Donations.EUR), MISMATCH),
        Arguments.of("other donor     ", FIRST, Donations.from(another, FIRST), MISMATCH),
        Arguments.of("other name      ", FIRST, Donations.from(renamed, FIRST), MISMATCH),
        Arguments.of("other visibility", FIRST, Donations.from(hidden, FIRST), MISMATCH),
        Arguments.of("no donor        ", FIRST, unsaid, MISMATCH),
        Arguments.of("other message   ", FIRST, Donations.saying("peace", FIRST), MISMATCH),
        Arguments.of("no message      ", FIRST, Donations.saying(null, FIRST), MISMATCH),
        Arguments.of("other purpose   ", FIRST, ending(Designation.ZAKAT, "bank-1", 0), MISMATCH),
        Arguments.of("other payment   ", FIRST, ending(Designation.SADAQAH, "b-2", 0), MISMATCH),
        Arguments.of("other time      ", FIRST, ending(Designation.SADAQAH, "bank-1", 1), MISMATCH),
        Arguments.of("zakat unassigned", zakat("a-1"), zakat(null), MISMATCH),
        Arguments.of("zakat reassigned", zakat("a-1"), zakat("a-2"), MISMATCH));
  }

  @ParameterizedTest(name = "{0} -> {3}")
  @MethodSource("repeats")
  void later_is_a_replay_if_its_content_is_the_same(
      String what, Donation first, Donation again, String expected) {
    Story story = Story.active(Terms.softGoal(1_000));
    story.donates(first);

    List<DonationOutcome> outcomes = story.donates(again);

    assertThat(outcomes.stream().map(Story::word)).as(what).containsExactly(expected);
    assertThat(story.latest()).isEmpty();
  }

  @ParameterizedTest(name = "{0} -> {3}")
  @MethodSource("repeats")
  void in_the_same_batch_is_judged_as_later(
      String what, Donation first, Donation again, String expected) {
    Story story = Story.active(Terms.softGoal(1_000));

    List<DonationOutcome> outcomes = story.donates(first, again);

    assertThat(outcomes.stream().map(Story::word)).as(what).containsExactly("done", expected);
    assertThat(story.summary().donationCount()).isOne();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          status    | end    | amount | outcome
          ACTIVE    | future | 100    | replayed
          ACTIVE    | past   | 100    | replayed
          PAUSED    | future | 100    | replayed
          COMPLETED | future | 100    | replayed
          CANCELLED | past   | 100    | replayed
          ACTIVE    | past   | 99     | IDEMPOTENCY_MISMATCH
          PAUSED    | future | 99     | IDEMPOTENCY_MISMATCH
          COMPLETED | future | 99     | IDEMPOTENCY_MISMATCH
          CANCELLED | past   | 99     | IDEMPOTENCY_MISMATCH
          """)
  void on_a_campaign_that_takes_no_more_is_answered_as_ever(
      CampaignStatus status, String end, long amount, String expected) {
    Story story = Story.active(Terms.ending(Story.END, Terms.hardGoal(100)));
    story.donates(FIRST);
    story.becomes(status);
    story.clockIs(end.equals("past") ? Story.END : Story.START);

    DonationOutcome outcome = story.gives("d-1", amount);

    assertThat(Story.word(outcome)).isEqualTo(expected);
    assertThat(story.latest()).isEmpty();
  }

  @Test
  void is_answered_with_the_first_amount_and_sequence_also_after_a_refund() {
    Story story = Story.active(Terms.softGoal(1_000));
    DonationOutcome.Recorded first = (DonationOutcome.Recorded) story.donates(FIRST).getFirst();
    story.gives("d-2", 500);
    story.refunds("r-1", "d-1", null);

    DonationOutcome again = story.donates(FIRST).getFirst();

    assertThat(again)
        .isEqualTo(
            new DonationOutcome.Recorded(
                first.donationId(), first.amount(), first.sequence(), true));
  }

  @Test
  void of_a_refused_donation_is_judged_anew() {
    Story story = Story.active(Terms.hardGoal(100));
    story.gives("before", 50);
    DonationOutcome refused = story.donates(FIRST).getFirst();
    story.refunds("r-1", "before", null);

    DonationOutcome again = story.donates(FIRST).getFirst();

    assertThat(Story.word(refused)).isEqualTo("GOAL_EXCEEDED");
    assertThat(Story.word(again)).isEqualTo("done");
  }

  private static Donation of(Currency currency) {
    return donation("d-1", Money.of(100, currency), Designation.SADAQAH);
  }

  private static Donation ending(Designation designation, String payment, long nanos) {
    Instant donatedAt = Objects.requireNonNull(FIRST.donatedAt());
    return new Donation(
        FIRST.donationId(),
        FIRST.amount(),
        FIRST.donor(),
        FIRST.message(),
        designation,
        null,
        payment,
        donatedAt.plusNanos(nanos));
  }

  private static Donation zakat(@Nullable String assessment) {
    return new Donation(
        FIRST.donationId(),
        FIRST.amount(),
        null,
        null,
        Designation.ZAKAT,
        assessment == null ? null : new AssessmentId(assessment),
        "bank-1",
        null);
  }
}
