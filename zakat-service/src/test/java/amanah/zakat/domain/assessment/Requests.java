package amanah.zakat.domain.assessment;

import amanah.id.AssessmentId;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.id.DonorId;
import amanah.id.RefundId;
import amanah.money.Money;
import amanah.zakat.domain.Calculation;
import amanah.zakat.domain.GeneratedHoldings;
import amanah.zakat.domain.Outcome;
import amanah.zakat.domain.assessment.AssessmentEvent.AssessmentMade;
import amanah.zakat.domain.question.FullAnswer;
import amanah.zakat.domain.question.FullQuestion;
import amanah.zakat.domain.question.UsedFigures;
import amanah.zakat.domain.question.UsedPrices;
import amanah.zakat.domain.rule.IncomeNisab;
import amanah.zakat.domain.rule.RuleSet;
import amanah.zakat.domain.rule.Settings;
import amanah.zakat.domain.rule.Sourced;
import amanah.zakat.domain.wealth.Asset;
import amanah.zakat.domain.wealth.Holdings;
import amanah.zakat.domain.wealth.MonetaryAsset.Cash;
import amanah.zakat.domain.wealth.Prices;
import amanah.zakat.rules.Profiles;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Requests, the answers to them, and what is paid, for tests. */
public final class Requests {

  /** What most tests are about. */
  public static final AssessmentId ASSESSMENT = AssessmentId.of("aisha-1447");

  /** The currency of most tests. */
  public static final Currency USD = Currency.getInstance("USD");

  /** Another one. */
  public static final Currency EUR = Currency.getInstance("EUR");

  /** When everything happens. */
  public static final Instant AT = Instant.parse("2026-03-01T09:30:00.123456789Z");

  private static final Profiles PROFILES = Profiles.bundled();
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  private Requests() {}

  /** Cash of so many dollars, with gold at 100 a gram: zakat is a fortieth from 8,500 on. */
  public static AssessmentRequest cash(String dollars) {
    Cash cash = new Cash(Money.parse(dollars, USD), Money.zero(USD));
    return request(List.of(cash), new BigDecimal("100"));
  }

  /** A request about these assets with that price of gold. */
  public static AssessmentRequest request(List<Asset> assets, BigDecimal gold) {
    Prices prices = new Prices(Optional.of(gold), Optional.empty());
    return request(
        new FullQuestion(
            Optional.empty(), USD, Optional.of(DAY), prices, Settings.NONE, assets, List.of()));
  }

  /** That question, for Aisha. */
  public static AssessmentRequest request(FullQuestion question) {
    return new AssessmentRequest(ASSESSMENT, DonorId.of("aisha"), question);
  }

  /** A question about everything that there is, by these rules. */
  public static FullQuestion generated(Random random, String profile, Currency currency) {
    Holdings holdings =
        new GeneratedHoldings(random, currency, PROFILES.find(profile).orElseThrow()).ofEveryType();
    return new FullQuestion(
        Optional.of(profile),
        currency,
        random.nextBoolean() ? Optional.of(DAY.plusDays(random.nextInt(300))) : Optional.empty(),
        holdings.prices(),
        new GeneratedSettings(random).settings(),
        holdings.assets(),
        holdings.liabilities());
  }

  /** The rules that a question names. */
  public static RuleSet rules(FullQuestion question) {
    return PROFILES.find(question.profile().orElse(Profiles.DEFAULT)).orElseThrow();
  }

  /** The answer to a question with the prices that it gives. */
  public static FullAnswer answer(FullQuestion question) {
    return answer(question, UsedPrices.given(question.prices()), Optional.empty());
  }

  /** The answer to a question with these figures. */
  public static FullAnswer answer(
      FullQuestion question, UsedPrices prices, Optional<Sourced<IncomeNisab>> incomeNisab) {
    return answer(rules(question), question, prices, incomeNisab);
  }

  /** The answer to a question by these rules, with these figures. */
  public static FullAnswer answer(
      RuleSet rules,
      FullQuestion question,
      UsedPrices prices,
      Optional<Sourced<IncomeNisab>> incomeNisab) {
    UsedFigures figures =
        UsedFigures.of(question.asOf().orElse(DAY), prices, incomeNisab, rules, question);
    return switch (figures.calculate(question, rules)) {
      case Outcome.Answered<Calculation> answered ->
          new FullAnswer(answered.answer(), figures, false);
      case Outcome.Refused<Calculation> refused ->
          throw new AssertionError("refused: " + refused.refusal().detail());
    };
  }

  /** The event that keeps the answer to a request. */
  public static AssessmentMade made(AssessmentRequest request) {
    return new AssessmentMade(request, answer(request.question()), AT);
  }

  /** The command that makes an assessment. */
  public static AssessmentCommand.Make make(AssessmentRequest request) {
    return new AssessmentCommand.Make(request, answer(request.question()));
  }

  /** A donation of so many cents. */
  public static Movement.Payment payment(String donation, long minor) {
    return payment(donation, Money.of(minor, USD));
  }

  /** A donation. */
  public static Movement.Payment payment(String donation, Money amount) {
    return new Movement.Payment(CampaignId.of("wells"), DonationId.of(donation), amount, AT, true);
  }

  /** A refund of so many cents. */
  public static Movement.Return refund(String refund, String donation, long minor) {
    return refund(refund, donation, Money.of(minor, USD));
  }

  /** A refund. */
  public static Movement.Return refund(String refund, String donation, Money amount) {
    return new Movement.Return(
        CampaignId.of("wells"), DonationId.of(donation), RefundId.of(refund), amount, AT);
  }
}
