package amanah.zakat.domain.assessment;

import static amanah.zakat.domain.assessment.Requests.AT;
import static amanah.zakat.domain.assessment.Requests.cash;
import static amanah.zakat.domain.assessment.Requests.made;
import static amanah.zakat.domain.assessment.Requests.payment;
import static amanah.zakat.domain.assessment.Requests.refund;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.id.AssessmentId;
import amanah.zakat.domain.assessment.AssessmentEvent.PaymentReceived;
import amanah.zakat.domain.assessment.AssessmentEvent.PaymentReturned;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The assessment is made, and was paid 3 dollars by d-1, of which r-1 gave 10 cents back. */
final class ContradictoryAssessmentTest {

  static Stream<Arguments> impossible() {
    return Stream.of(
        Arguments.of("made twice      ", made(cash("10000"))),
        Arguments.of("received before ", new PaymentReceived(payment("d-1", 300), AT)),
        Arguments.of("received nothing", new PaymentReceived(payment("d-2", 0), AT)),
        Arguments.of("received less   ", new PaymentReceived(payment("d-2", -1), AT)),
        Arguments.of("received much   ", new PaymentReceived(payment("d-2", Long.MAX_VALUE), AT)),
        Arguments.of("returned before ", new PaymentReturned(refund("r-1", "d-1", 10), AT)),
        Arguments.of("returned nothing", new PaymentReturned(refund("r-2", "d-1", 0), AT)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("impossible")
  void an_impossible_event_is_loud(String what, AssessmentEvent event) {
    Tale tale = Tale.made("10000");
    tale.counts(payment("d-1", 300), refund("r-1", "d-1", 10));

    assertThatThrownBy(() -> tale.obligation().evolve(event))
        .as(what)
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void the_journal_of_one_assessment_does_not_make_another() {
    Obligation other = Obligation.unassessed(AssessmentId.of("bilal-1447"));

    assertThatThrownBy(() -> other.evolve(made(cash("10000"))))
        .hasMessage("assessment aisha-1447 came to the one of bilal-1447");
    assertThatThrownBy(() -> other.decide(Requests.make(cash("10000")), AT))
        .hasMessage("assessment aisha-1447 came to the one of bilal-1447");
  }

  @Test
  void an_obligation_that_has_evolved_already_is_not_used_again() {
    Obligation unassessed = Obligation.unassessed(Requests.ASSESSMENT);
    Obligation paid = unassessed.evolve(new PaymentReceived(payment("d-1", 1), AT));
    Obligation assessed = paid.evolve(made(cash("10000")));

    Obligation newest = assessed.evolve(new PaymentReceived(payment("d-2", 1), AT));

    assertThat(newest.sequence()).isEqualTo(3);
    assertThatThrownBy(() -> unassessed.evolve(made(cash("1"))))
        .hasMessageContaining("has evolved already");
    assertThatThrownBy(() -> paid.decide(Requests.make(cash("1")), AT))
        .hasMessage("obligation aisha-1447 with 1 payments and refunds has evolved already, to 2");
    assertThatThrownBy(assessed::assessment).hasMessageContaining("has evolved already");
  }
}
