package amanah.zakat.domain.assessment;

import amanah.id.AssessmentId;
import amanah.money.Money;
import amanah.zakat.domain.assessment.AssessmentEvent.PaymentReceived;
import amanah.zakat.domain.assessment.AssessmentEvent.PaymentReturned;
import amanah.zakat.domain.assessment.MovementKey.DonationKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every payment and refund of one assessment, each once, and their sums by currency. It changes
 * with each event; its obligation owns it.
 */
final class MovementBook {

  private final int countMax;
  private final Map<MovementKey, Money> amounts = new HashMap<>();
  private final Map<Currency, Totals> totals = new HashMap<>();

  /** In the order in which they, or a refund of them, were heard of. */
  private final LinkedHashMap<DonationKey, GivenDonation> donations = new LinkedHashMap<>();

  MovementBook(int countMax) {
    this.countMax = countMax;
  }

  /** Refuses an obligation that is not the newest one of this book. */
  void requireCount(int counted, AssessmentId assessmentId) {
    if (amounts.size() != counted) {
      throw new IllegalStateException(
          "obligation %s with %d payments and refunds has evolved already, to %d"
              .formatted(assessmentId, counted, amounts.size()));
    }
  }

  /** What follows from movements; the earlier ones of the list count for the later ones. */
  Decision decide(List<Movement> movements, Instant now) {
    MovementArrivals arrivals = new MovementArrivals(this);
    List<MovementOutcome> outcomes = movements.stream().map(arrivals::decide).toList();
    return new Decision(
        arrivals.recorded().stream().map(movement -> event(movement, now)).toList(),
        new AssessmentAnswer.Counted(outcomes));
  }

  private static AssessmentEvent event(Movement movement, Instant now) {
    return switch (movement) {
      case Movement.Payment payment -> new PaymentReceived(payment, now);
      case Movement.Return back -> new PaymentReturned(back, now);
    };
  }

  /**
   * Counts what the journal says was counted.
   *
   * @throws IllegalStateException if it cannot have been
   */
  void add(Movement movement) {
    MovementOutcome outcome = new MovementArrivals(this).decide(movement);
    if (!outcome.equals(new MovementOutcome.Recorded(false))) {
      throw new IllegalStateException(
          "%s of %s at %s cannot follow on the %d that are counted"
              .formatted(
                  MovementKey.of(movement), movement.amount(), movement.at(), amounts.size()));
    }
    Currency currency = movement.amount().currency();
    amounts.put(MovementKey.of(movement), movement.amount());
    totals.put(currency, totals(currency).plus(movement));
    donations
        .computeIfAbsent(DonationKey.of(movement), key -> new GivenDonation(key, currency))
        .add(movement);
  }

  int countMax() {
    return countMax;
  }

  Map<MovementKey, Money> amounts() {
    return amounts;
  }

  Totals totals(Currency currency) {
    return totals.getOrDefault(currency, Totals.nothing(currency));
  }

  /** The currency of a donation, or that of a movement of it when it is not known. */
  Currency currencyOf(Movement movement) {
    GivenDonation known = donations.get(DonationKey.of(movement));
    return known == null ? movement.amount().currency() : known.currency();
  }

  Money paid(Currency currency) {
    return totals(currency).paid();
  }

  List<Money> paidOtherwise(Currency currency) {
    return totals.values().stream()
        .map(Totals::paid)
        .filter(paid -> !paid.currency().equals(currency))
        .sorted(Comparator.comparing(paid -> paid.currency().getCurrencyCode()))
        .toList();
  }

  int donations() {
    return donations.size();
  }

  /** The named donations that were heard of last, the newest first, with as many refunds as fit. */
  List<AssessedPayment> newest(int shownMax, Currency applied) {
    List<AssessedPayment> newest = new ArrayList<>();
    int room = shownMax;
    for (GivenDonation donation : donations.sequencedValues().reversed()) {
      if (room == 0) {
        break;
      }
      if (!donation.isNamed()) {
        continue;
      }
      AssessedPayment shown = donation.shown(room - 1, applied);
      newest.add(shown);
      room -= 1 + shown.refunds().size();
    }
    return newest;
  }
}
