package amanah.zakat.domain.assessment;

import static amanah.zakat.domain.assessment.Requests.USD;
import static amanah.zakat.domain.assessment.Requests.cash;
import static amanah.zakat.domain.assessment.Requests.make;
import static amanah.zakat.domain.assessment.Requests.payment;
import static amanah.zakat.domain.assessment.Requests.refund;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.id.DonorId;
import amanah.money.Money;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.question.FullQuestion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A new refusal does not compile here until somebody says how it comes about. */
final class AssessmentRefusalTest {

  @ParameterizedTest
  @EnumSource(RefusalCode.class)
  void every_refusal_of_the_rules_can_happen_and_records_nothing(RefusalCode code) {
    Tale tale = Tale.made("10000");
    tale.counts(payment("d-1", 100));

    Optional<String> word = provoke(code, tale);

    word.ifPresent(said -> assertThat(said).isEqualTo(code.name()));
    assertThat(tale.standing()).isEqualTo("1.00 249.00 0.00");
    assertThat(tale.events()).hasSize(2);
  }

  /** The word for what was refused, or empty if the rules know no such refusal. */
  private static Optional<String> provoke(RefusalCode code, Tale tale) {
    return switch (code) {
      case IDEMPOTENCY_MISMATCH -> Optional.of(Tale.word(tale.does(make(cash("9000")))));
      case INVALID_AMOUNT -> Optional.of(tale.counts(payment("d-2", 0)));
      case CURRENCY_MISMATCH ->
          Optional.of(tale.counts(refund("r-1", "d-1", Money.of(1, Requests.EUR))));
      case LIMIT_REACHED -> Optional.of(oneTooMany());
      case INVALID_FIELD,
          UNKNOWN_CURRENCY,
          PRICE_MISSING,
          PRICE_STALE,
          NISAB_NOT_PUBLISHED,
          PUBLICATION_NOT_FOUND,
          UNKNOWN_PROFILE,
          ASSESSMENT_NOT_FOUND,
          FUND_EXCEEDED,
          AMIL_CAP_EXCEEDED,
          OVERLOADED,
          UNAVAILABLE,
          TIMEOUT ->
          Optional.empty();
    };
  }

  private static String oneTooMany() {
    MovementBook full = new MovementBook(1);
    full.add(payment("d-1", 1));
    return Tale.word(full.decide(List.of(payment("d-2", 1)), Requests.AT).answer());
  }

  static Stream<Arguments> otherRequests() {
    AssessmentRequest first = cash("10000");
    return Stream.of(
        Arguments.of("another donor   ", of(DonorId.of("bilal"), first.question())),
        Arguments.of("a profile named ", named(first.question())),
        Arguments.of("other wealth    ", cash("10000.01")),
        Arguments.of(
            "another price   ", Requests.request(first.question().assets(), BigDecimal.ONE)),
        Arguments.of(
            "another day     ", on(first.question(), Optional.of(LocalDate.of(2026, 3, 2)))),
        Arguments.of("no day          ", on(first.question(), Optional.empty())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("otherRequests")
  void another_request_under_the_same_id_is_refused(String what, AssessmentRequest other) {
    Tale tale = Tale.made("10000");

    AssessmentAnswer answer = tale.does(make(other));

    assertThat(answer)
        .isEqualTo(
            new AssessmentAnswer.Refused(
                RefusalCode.IDEMPOTENCY_MISMATCH,
                "assessment \"aisha-1447\" was made at 2026-03-01T09:30:00.123456789Z of another"
                    + " request, expected the same one or another id"));
  }

  static Stream<Arguments> movements() {
    return Stream.of(
        Arguments.of(payment("d-1", 101), "wells/d-1 is 1.00 USD and came again as 1.01 USD"),
        Arguments.of(
            payment("d-1", Money.of(100, Requests.EUR)),
            "wells/d-1 is 1.00 USD and came again as 1.00 EUR"),
        Arguments.of(
            refund("r-1", "d-1", 11), "wells/d-1/r-1 is 0.10 USD and came again as 0.11 USD"),
        Arguments.of(
            refund("r-3", "d-1", Money.of(1, Requests.EUR)),
            "wells/d-1/r-3 is in EUR, expected its donation's USD"),
        Arguments.of(
            payment("d-2", 0),
            "wells/d-2 is 0.00 USD, expected more than 0 and a total that can be held"),
        Arguments.of(
            payment("d-2", -1),
            "wells/d-2 is -0.01 USD, expected more than 0 and a total that can be held"),
        Arguments.of(
            payment("d-2", Long.MAX_VALUE),
            "wells/d-2 is 92233720368547758.07 USD, expected more than 0 and a total that can be"
                + " held"),
        Arguments.of(
            refund("r-2", "d-1", Long.MAX_VALUE),
            "wells/d-1/r-2 is 92233720368547758.07 USD, expected more than 0 and a total that can"
                + " be held"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("movements")
  void a_movement_that_cannot_be_counted_spoils_no_other(Movement movement, String detail) {
    Tale tale = Tale.made("10000");
    tale.counts(payment("d-1", 100), refund("r-1", "d-1", 10));

    AssessmentAnswer answer =
        tale.does(new AssessmentCommand.Count(List.of(movement, payment("d-3", 5))));

    List<MovementOutcome> outcomes = ((AssessmentAnswer.Counted) answer).outcomes();
    assertThat(outcomes.getFirst())
        .isInstanceOfSatisfying(
            MovementOutcome.Refused.class,
            refused -> assertThat(refused.detail()).isEqualTo(detail));
    assertThat(outcomes.getLast()).isEqualTo(new MovementOutcome.Recorded(false));
    assertThat(tale.assessment().paid()).isEqualTo(Money.of(95, USD));
  }

  @Test
  void two_that_only_together_are_too_much_are_not_both_counted() {
    Tale tale = Tale.made("10000");

    String words = tale.counts(payment("d-1", Long.MAX_VALUE), payment("d-2", 1));

    assertThat(words).isEqualTo("recorded INVALID_AMOUNT");
  }

  @Test
  void the_ten_thousandth_is_counted_and_the_next_is_not() {
    Tale tale = Tale.made("10000");
    for (int index = 0; index < Obligation.MOVEMENTS_MAX; index++) {
      tale.counts(payment("d-" + index, 1));
    }

    String words = tale.counts(payment("d-0", 1), payment("one-more", 1), refund("r-1", "d-0", 1));

    assertThat(words).isEqualTo("replayed LIMIT_REACHED LIMIT_REACHED");
    assertThat(tale.assessment().paymentCount()).isEqualTo(10_000);
    assertThat(tale.assessment().paid().minor()).isEqualTo(10_000);
  }

  @Test
  void a_refund_in_another_currency_than_the_donation_that_comes_with_it_is_refused() {
    Tale tale = Tale.unassessed();

    String words =
        tale.counts(
            payment("d-1", 100),
            refund("r-1", "d-1", Money.of(1, Requests.EUR)),
            refund("r-2", "d-1", 1));

    assertThat(words).isEqualTo("recorded CURRENCY_MISMATCH recorded");
  }

  private static AssessmentRequest of(DonorId donorId, FullQuestion question) {
    return new AssessmentRequest(Requests.ASSESSMENT, donorId, question);
  }

  private static AssessmentRequest named(FullQuestion question) {
    return Requests.request(
        new FullQuestion(
            Optional.of("aaoifi"),
            question.currency(),
            question.asOf(),
            question.prices(),
            question.settings(),
            question.assets(),
            question.liabilities()));
  }

  private static AssessmentRequest on(FullQuestion question, Optional<LocalDate> day) {
    return Requests.request(
        new FullQuestion(
            question.profile(),
            question.currency(),
            day,
            question.prices(),
            question.settings(),
            question.assets(),
            question.liabilities()));
  }
}
