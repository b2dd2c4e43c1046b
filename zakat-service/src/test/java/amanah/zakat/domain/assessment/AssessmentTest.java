package amanah.zakat.domain.assessment;

import static amanah.zakat.domain.assessment.Requests.EUR;
import static amanah.zakat.domain.assessment.Requests.cash;
import static amanah.zakat.domain.assessment.Requests.make;
import static amanah.zakat.domain.assessment.Requests.payment;
import static amanah.zakat.domain.assessment.Requests.refund;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.id.CampaignId;
import amanah.id.RefundId;
import amanah.money.Money;
import amanah.zakat.domain.question.FullAnswer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** An assessment is made once; payments count once each, before and after. */
final class AssessmentTest {

  @Nested
  final class Making {

    @Test
    void keeps_request_basis_and_answer() {
      Tale tale = Tale.unassessed();

      String word = Tale.word(tale.does(make(cash("10000"))));

      assertThat(word).isEqualTo("made");
      assertThat(tale.events()).containsExactly(Requests.made(cash("10000")));
      assertThat(tale.assessment().due()).isEqualTo(Money.of(25_000, Requests.USD));
      assertThat(tale.assessment().sequence()).isOne();
    }

    @Test
    void again_with_the_same_request_is_a_replay_whatever_is_found_by_then() {
      Tale tale = Tale.made("10000");
      AssessmentRequest request = cash("10000");
      AssessmentRequest dearer =
          Requests.request(request.question().assets(), new BigDecimal("200"));
      tale.clockIs(Requests.AT.plus(Duration.ofDays(300)));

      String word =
          Tale.word(
              tale.does(new AssessmentCommand.Make(request, Requests.answer(dearer.question()))));

      assertThat(word).isEqualTo("replayed");
      assertThat(tale.assessment().due()).isEqualTo(Money.of(25_000, Requests.USD));
      assertThat(tale.events()).hasSize(1);
    }

    @Test
    void keeps_an_answer_that_was_remembered_as_one_that_was_computed() {
      FullAnswer answer = Requests.answer(cash("10000").question());
      FullAnswer remembered = new FullAnswer(answer.calculation(), answer.figures(), true);
      Tale tale = Tale.unassessed();

      tale.does(new AssessmentCommand.Make(cash("10000"), remembered));

      assertThat(tale.assessment().answer()).isEqualTo(answer);
    }

    @Test
    void with_nothing_due_is_made_and_owes_nothing() {
      Tale tale = Tale.made("8499.99");

      assertThat(tale.standing()).isEqualTo("0.00 0.00 0.00");
    }
  }

  @Nested
  final class Paying {

    @Test
    void in_parts_until_nothing_is_outstanding() {
      Tale tale = Tale.made("10000");

      tale.counts(payment("d-1", 10_000));
      assertThat(tale.standing()).isEqualTo("100.00 150.00 0.00");

      tale.counts(payment("d-2", 15_000));
      assertThat(tale.standing()).isEqualTo("250.00 0.00 0.00");
    }

    @Test
    void more_than_is_due_is_overpaid() {
      Tale tale = Tale.made("10000");

      tale.counts(payment("d-1", 25_001));

      assertThat(tale.standing()).isEqualTo("250.01 0.00 0.01");
    }

    @Test
    void a_refund_gives_back_what_is_outstanding() {
      Tale tale = Tale.made("10000");

      tale.counts(payment("d-1", 25_000), refund("r-1", "d-1", 5_000));

      assertThat(tale.standing()).isEqualTo("200.00 50.00 0.00");
    }

    @Test
    void before_it_is_made_counts_when_it_is() {
      Tale tale = Tale.unassessed();

      String words = tale.counts(payment("d-1", 30_000), refund("r-1", "d-1", 10_000));
      boolean known = tale.obligation().assessment().isPresent();
      tale.does(make(cash("10000")));

      assertThat(words).isEqualTo("recorded recorded");
      assertThat(known).isFalse();
      assertThat(tale.standing()).isEqualTo("200.00 50.00 0.00");
      assertThat(tale.assessment().sequence()).isEqualTo(3);
    }

    @Test
    void the_same_payment_and_the_same_refund_count_once() {
      Tale tale = Tale.made("10000");
      tale.counts(payment("d-1", 10_000), refund("r-1", "d-1", 1_000));

      String words =
          tale.counts(
              payment("d-1", 10_000),
              refund("r-1", "d-1", 1_000),
              payment("d-2", 1),
              payment("d-2", 1));

      assertThat(words).isEqualTo("replayed replayed recorded replayed");
      assertThat(tale.standing()).isEqualTo("90.01 159.99 0.00");
      assertThat(tale.events()).hasSize(4);
    }

    @Test
    void the_same_donation_id_in_another_campaign_is_another_payment() {
      Tale tale = Tale.made("10000");
      Movement.Payment here = payment("d-1", 100);
      Movement.Payment there =
          new Movement.Payment(
              CampaignId.of("schools"), here.donationId(), here.amount(), here.at(), true);

      assertThat(tale.counts(here, there)).isEqualTo("recorded recorded");
      assertThat(tale.assessment().paid().minor()).isEqualTo(200);
    }

    @Test
    void another_currency_is_shown_and_not_applied() {
      Tale tale = Tale.made("10000");

      tale.counts(payment("d-1", Money.of(9_900, EUR)), payment("d-2", 100));

      assertThat(tale.standing()).isEqualTo("1.00 249.00 0.00");
      assertThat(tale.assessment().unapplied()).containsExactly(Money.of(9_900, EUR));
      assertThat(tale.assessment().payments())
          .extracting(shown -> shown.donationId() + " " + shown.applied())
          .containsExactly("d-2 true", "d-1 false");
    }

    @Test
    void a_refund_that_is_known_before_its_payment_counts_and_is_not_shown() {
      Tale tale = Tale.made("10000");

      tale.counts(refund("r-1", "d-1", 100));

      assertThat(tale.standing()).isEqualTo("-1.00 251.00 0.00");
      assertThat(tale.assessment().paymentCount()).isEqualTo(1);
      assertThat(tale.assessment().payments()).as("nobody knows yet whose it is").isEmpty();
    }
  }

  @Nested
  final class Showing {

    @Test
    void the_newest_payments_first_with_their_refunds_and_the_rest_in_the_sums() {
      Tale tale = Tale.made("10000");
      IntStream.range(0, 300).forEach(index -> tale.counts(payment("d-" + index, 1)));
      tale.counts(refund("r-1", "d-299", 1), refund("r-2", "d-298", 1));

      Assessment assessment = tale.assessment();

      assertThat(assessment.paymentCount()).isEqualTo(300);
      assertThat(assessment.sequence()).isEqualTo(303);
      assertThat(assessment.paid().minor()).isEqualTo(298);
      assertThat(assessment.payments()).hasSize(Assessment.SHOWN_MAX - 2);
      assertThat(assessment.payments().getFirst().refunds()).containsExactly(shownRefund("r-1", 1));
      assertThat(assessment.payments().getLast().donationId().value()).isEqualTo("d-102");
    }

    @Test
    void no_payment_of_an_anonymous_donor_though_it_counts() {
      Tale tale = Tale.made("10000");

      tale.counts(payment("d-1", 100), anonymous("d-2", 10_000), refund("r-1", "d-2", 50));

      Assessment assessment = tale.assessment();
      assertThat(assessment.paid().minor()).isEqualTo(10_050);
      assertThat(assessment.paymentCount()).isEqualTo(2);
      assertThat(assessment.payments())
          .extracting(shown -> shown.donationId().value())
          .containsExactly("d-1");
    }

    @Test
    void of_a_payment_with_many_refunds_the_newest() {
      Tale tale = Tale.made("10000");
      tale.counts(payment("d-1", 10_000), payment("d-2", 10_000));
      IntStream.range(0, 300).forEach(index -> tale.counts(refund("r-" + index, "d-2", 1)));

      List<AssessedPayment> shown = tale.assessment().payments();

      assertThat(shown).hasSize(1);
      assertThat(shown.getFirst().returned().minor()).isEqualTo(300);
      assertThat(shown.getFirst().refunds()).hasSize(Assessment.SHOWN_MAX - 1);
      assertThat(shown.getFirst().refunds().getLast().refundId().value()).isEqualTo("r-299");
    }

    @Test
    void sums_at_the_end_of_a_long_stay_within_it() {
      Tale tale = Tale.made("10000");
      tale.counts(refund("r-1", "d-1", Long.MAX_VALUE));

      assertThat(tale.assessment().outstanding()).isEqualTo(Money.of(Long.MAX_VALUE, Requests.USD));
      assertThat(tale.assessment().overpaid().isZero()).isTrue();
    }
  }

  private static Movement.Payment anonymous(String donation, long minor) {
    Movement.Payment named = payment(donation, minor);
    return new Movement.Payment(
        named.campaignId(), named.donationId(), named.amount(), named.at(), false);
  }

  private static AssessedRefund shownRefund(String refund, long minor) {
    return new AssessedRefund(RefundId.of(refund), Money.of(minor, Requests.USD), Requests.AT);
  }
}
