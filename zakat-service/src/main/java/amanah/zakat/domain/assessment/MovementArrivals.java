package amanah.zakat.domain.assessment;

import amanah.money.Money;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.assessment.MovementKey.DonationKey;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Movements that come together: each is held against the book and against those before it. */
final class MovementArrivals {

  private final MovementBook book;
  private final Map<MovementKey, Movement> recorded = new LinkedHashMap<>();
  private final Map<Currency, Totals> totals = new HashMap<>();
  private final Map<DonationKey, Currency> currencies = new HashMap<>();

  MovementArrivals(MovementBook book) {
    this.book = book;
  }

  /** Those that are to be journaled. */
  List<Movement> recorded() {
    return List.copyOf(recorded.values());
  }

  MovementOutcome decide(Movement movement) {
    MovementKey key = MovementKey.of(movement);
    Money amount = movement.amount();
    if (isKnown(key)) {
      return repeated(key, amount);
    }
    if (book.amounts().size() + recorded.size() >= book.countMax()) {
      return new MovementOutcome.Refused(
          RefusalCode.LIMIT_REACHED,
          key + " is not counted: " + book.countMax() + " are, which is the most");
    }
    Currency expected = currencies.getOrDefault(key.donation(), book.currencyOf(movement));
    if (!expected.equals(amount.currency())) {
      return new MovementOutcome.Refused(
          RefusalCode.CURRENCY_MISMATCH,
          key + " is in " + amount.currency() + ", expected its donation's " + expected);
    }
    Totals before = totals.computeIfAbsent(amount.currency(), book::totals);
    if (!amount.isPositive() || !before.canHold(movement)) {
      return new MovementOutcome.Refused(
          RefusalCode.INVALID_AMOUNT,
          key + " is " + amount + ", expected more than 0 and a total that can be held");
    }
    totals.put(amount.currency(), before.plus(movement));
    currencies.put(key.donation(), amount.currency());
    recorded.put(key, movement);
    return new MovementOutcome.Recorded(false);
  }

  private boolean isKnown(MovementKey key) {
    return book.amounts().containsKey(key) || recorded.containsKey(key);
  }

  private MovementOutcome repeated(MovementKey key, Money amount) {
    Movement justNow = recorded.get(key);
    Money known = justNow == null ? book.amounts().get(key) : justNow.amount();
    return amount.equals(known)
        ? new MovementOutcome.Recorded(true)
        : new MovementOutcome.Refused(
            RefusalCode.IDEMPOTENCY_MISMATCH,
            key + " is " + known + " and came again as " + amount);
  }
}
