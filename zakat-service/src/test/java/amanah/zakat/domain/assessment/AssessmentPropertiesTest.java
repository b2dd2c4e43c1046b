package amanah.zakat.domain.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.money.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any payments in any order; every seed is a reproducible run of many cases. */
final class AssessmentPropertiesTest {

  private static final int CASES = 200;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void order_repetition_and_the_moment_of_making_do_not_matter(long seed) {
    Random random = new Random(seed);
    for (int run = 0; run < CASES; run++) {
      List<Movement> movements = movements(random);
      Assessment plain = told(movements, random.nextInt(movements.size() + 1), random);
      List<Movement> shuffled = new ArrayList<>(movements);
      shuffled.addAll(movements.subList(0, random.nextInt(movements.size() + 1)));
      Collections.shuffle(shuffled, random);

      Assessment other = told(shuffled, random.nextInt(shuffled.size() + 1), random);

      assertThat(other.paid()).isEqualTo(plain.paid());
      assertThat(other.unapplied()).isEqualTo(plain.unapplied());
      assertThat(other.outstanding()).isEqualTo(plain.outstanding());
      assertThat(other.overpaid()).isEqualTo(plain.overpaid());
      assertThat(other.paymentCount()).isEqualTo(plain.paymentCount());
      assertThat(sets(other)).isEqualTo(sets(plain));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void paid_is_the_sum_of_payments_less_refunds_and_outstanding_what_is_left(long seed) {
    Random random = new Random(seed);
    for (int run = 0; run < CASES; run++) {
      List<Movement> movements = movements(random);

      Assessment assessment = told(movements, random.nextInt(movements.size() + 1), random);

      long paid =
          movements.stream()
              .filter(movement -> movement.amount().currency().equals(Requests.USD))
              .mapToLong(AssessmentPropertiesTest::signed)
              .sum();
      assertThat(assessment.paid().minor()).isEqualTo(paid);
      assertThat(assessment.outstanding().minor())
          .isEqualTo(Math.max(0, assessment.due().minor() - paid));
      assertThat(assessment.overpaid().minor())
          .isEqualTo(Math.max(0, paid - assessment.due().minor()));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8, 9})
  void a_replay_of_the_events_gives_the_same_assessment(long seed) {
    Random random = new Random(seed);
    for (int run = 0; run < CASES; run++) {
      Tale tale = Tale.unassessed();
      movements(random).forEach(tale::counts);
      tale.does(Requests.make(Requests.cash("10000")));

      Obligation replayed = Obligation.unassessed(Requests.ASSESSMENT);
      for (AssessmentEvent event : tale.events()) {
        replayed = replayed.evolve(event);
      }

      assertThat(replayed.assessment()).contains(tale.assessment());
      assertThat(replayed.sequence()).isEqualTo(tale.events().size());
    }
  }

  /** What stands when all were counted, in commands of any size, and it was made on the way. */
  private static Assessment told(List<Movement> movements, int madeAfter, Random random) {
    Tale tale = Tale.unassessed();
    count(tale, movements.subList(0, madeAfter), random);
    tale.does(Requests.make(Requests.cash("10000")));
    count(tale, movements.subList(madeAfter, movements.size()), random);
    return tale.assessment();
  }

  private static void count(Tale tale, List<Movement> movements, Random random) {
    int from = 0;
    while (from < movements.size()) {
      int to = Math.min(movements.size(), from + 1 + random.nextInt(5));
      tale.counts(movements.subList(from, to).toArray(Movement[]::new));
      from = to;
    }
  }

  private static List<Movement> movements(Random random) {
    List<Movement> movements = new ArrayList<>();
    for (int donation = random.nextInt(12); donation >= 0; donation--) {
      String id = "d-" + donation;
      long amount = 1L + random.nextInt(10_000);
      Currency currency = random.nextInt(5) == 0 ? Requests.EUR : Requests.USD;
      movements.add(Requests.payment(id, Money.of(amount, currency)));
      for (int refund = random.nextInt(3); refund > 0; refund--) {
        Money returned = Money.of(1 + random.nextLong(amount), currency);
        movements.add(Requests.refund("r-" + refund, id, returned));
      }
    }
    return movements;
  }

  private static long signed(Movement movement) {
    return switch (movement) {
      case Movement.Payment payment -> payment.amount().minor();
      case Movement.Return back -> -back.amount().minor();
    };
  }

  /** What is shown, without its order. */
  private static Set<Object> sets(Assessment assessment) {
    Set<Object> shown = new HashSet<>();
    for (AssessedPayment payment : assessment.payments()) {
      shown.add(
          List.of(
              payment.donationId(),
              payment.amount(),
              payment.returned(),
              Set.copyOf(payment.refunds()),
              payment.applied()));
    }
    return shown;
  }
}
