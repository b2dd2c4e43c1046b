package amanah.zakat.journal;

import amanah.id.AssessmentId;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.id.DonorId;
import amanah.id.RefundId;
import amanah.money.Money;
import amanah.zakat.domain.assessment.AssessmentEvent;
import amanah.zakat.domain.assessment.AssessmentEvent.AssessmentMade;
import amanah.zakat.domain.assessment.AssessmentEvent.PaymentReceived;
import amanah.zakat.domain.assessment.AssessmentEvent.PaymentReturned;
import amanah.zakat.domain.assessment.AssessmentRequest;
import amanah.zakat.domain.assessment.Movement;
import amanah.zakat.domain.assessment.Requests;
import amanah.zakat.domain.question.FullQuestion;
import amanah.zakat.domain.question.UsedPrice;
import amanah.zakat.domain.question.UsedPrices;
import amanah.zakat.domain.rule.IncomeNisab;
import amanah.zakat.domain.rule.Source;
import amanah.zakat.domain.rule.Sourced;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Events of assessments made up from a seed, with every type of asset under every profile. */
final class AssessmentEvents {

  /** A currency in which each profile has an answer about everything. */
  static final Map<String, String> CURRENCIES =
      Map.of(
          "aaoifi", "USD",
          "baznas-2025", "IDR",
          "baznas-2026", "IDR",
          "hanafi-classical", "KWD",
          "uk-hanafi", "GBP");

  private static final List<String> PROFILES = CURRENCIES.keySet().stream().sorted().toList();

  private final Random random;

  AssessmentEvents(long seed) {
    this.random = new Random(seed);
  }

  AssessmentEvent next() {
    return switch (random.nextInt(3)) {
      case 0 -> made(PROFILES.get(random.nextInt(PROFILES.size())));
      case 1 -> new PaymentReceived(payment(), instant());
      default ->
          new PaymentReturned(
              new Movement.Return(
                  CampaignId.of(word()),
                  DonationId.of(word()),
                  RefundId.of(word()),
                  amount(),
                  instant()),
              instant());
    };
  }

  AssessmentMade made(String profile) {
    Currency currency = Currency.getInstance(CURRENCIES.get(profile));
    FullQuestion question = Requests.generated(random, profile, currency);
    return new AssessmentMade(
        new AssessmentRequest(AssessmentId.of(word()), DonorId.of(word()), question),
        Requests.answer(
            question,
            new UsedPrices(
                question.prices().gold().map(this::used),
                question.prices().silver().map(this::used)),
            incomeNisab(currency)),
        instant());
  }

  private UsedPrice used(BigDecimal perGram) {
    return random.nextBoolean()
        ? UsedPrice.given(perGram)
        : UsedPrice.published(perGram, LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300)));
  }

  private Optional<Sourced<IncomeNisab>> incomeNisab(Currency currency) {
    long month = 1L + random.nextInt(10_000);
    return switch (random.nextInt(4)) {
      case 0 ->
          Optional.of(
              new Sourced<>(
                  new IncomeNisab.Published(
                      Money.of(month * 12_000, currency), Money.of(month * 1_000, currency)),
                  new Source.Published(
                      "A figure of " + word(), "2026-0" + (1 + random.nextInt(9)))));
      case 1 -> Optional.of(Sourced.requested(new IncomeNisab.OfWealth()));
      default -> Optional.empty();
    };
  }

  private Movement.Payment payment() {
    return new Movement.Payment(
        CampaignId.of(word()), DonationId.of(word()), amount(), instant(), random.nextBoolean());
  }

  private Money amount() {
    String[] currencies = {"USD", "JPY", "KWD"};
    return Money.of(
        1 + random.nextLong(Long.MAX_VALUE), Currency.getInstance(currencies[random.nextInt(3)]));
  }

  private Instant instant() {
    return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
  }

  private String word() {
    return "w-" + Long.toString(random.nextLong(Long.MAX_VALUE), 36);
  }
}
