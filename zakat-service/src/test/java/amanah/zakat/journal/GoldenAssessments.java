package amanah.zakat.journal;

import amanah.id.AssessmentId;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.id.DonorId;
import amanah.id.RefundId;
import amanah.money.Money;
import amanah.money.Share;
import amanah.zakat.domain.assessment.AssessmentEvent.AssessmentMade;
import amanah.zakat.domain.assessment.AssessmentEvent.PaymentReceived;
import amanah.zakat.domain.assessment.AssessmentEvent.PaymentReturned;
import amanah.zakat.domain.assessment.AssessmentRequest;
import amanah.zakat.domain.assessment.Movement;
import amanah.zakat.domain.assessment.Requests;
import amanah.zakat.domain.livestock.Animal;
import amanah.zakat.domain.question.FullQuestion;
import amanah.zakat.domain.question.UsedPrice;
import amanah.zakat.domain.question.UsedPrices;
import amanah.zakat.domain.rule.DebtPolicy;
import amanah.zakat.domain.rule.IncomeNisab;
import amanah.zakat.domain.rule.NisabBasis;
import amanah.zakat.domain.rule.NisabComparison;
import amanah.zakat.domain.rule.Rounding;
import amanah.zakat.domain.rule.RuleSet;
import amanah.zakat.domain.rule.RuleSetId;
import amanah.zakat.domain.rule.Settings;
import amanah.zakat.domain.rule.Source;
import amanah.zakat.domain.rule.Sourced;
import amanah.zakat.domain.rule.WornJewellery;
import amanah.zakat.domain.rule.YearKind;
import amanah.zakat.domain.wealth.DebtTerm;
import amanah.zakat.domain.wealth.IncomePeriod;
import amanah.zakat.domain.wealth.Liability;
import amanah.zakat.domain.wealth.LoneAsset;
import amanah.zakat.domain.wealth.MetalUse;
import amanah.zakat.domain.wealth.MonetaryAsset;
import amanah.zakat.domain.wealth.PensionMethod;
import amanah.zakat.domain.wealth.Prices;
import amanah.zakat.domain.wealth.Purity;
import amanah.zakat.domain.wealth.ReceivableQuality;
import amanah.zakat.domain.wealth.ShareHolding;
import amanah.zakat.domain.wealth.Species;
import amanah.zakat.domain.wealth.Watering;
import amanah.zakat.rules.Profiles;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The events whose bytes are kept for ever in {@code /golden}. */
final class GoldenAssessments {

  private static final Instant AT = Instant.parse("2026-03-01T09:30:00.123456789Z");
  private static final Instant EARLIER = Instant.parse("2026-02-28T23:59:59Z");

  /** The rules of the first release, by which they were answered. */
  private static final RuleSet FIRST =
      Profiles.bundled().find(new RuleSetId("aaoifi", 1)).orElseThrow();

  private static final Currency USD = Currency.getInstance("USD");
  private static final Currency JPY = Currency.getInstance("JPY");

  private GoldenAssessments() {}

  /** Every type of asset in each of its forms, every setting, both debts, every figure. */
  static AssessmentMade full() {
    FullQuestion question =
        new FullQuestion(
            Optional.of("aaoifi"),
            USD,
            Optional.of(LocalDate.of(2026, 2, 28)),
            new Prices(Optional.empty(), Optional.of(new BigDecimal("1.250"))),
            settings(),
            List.of(
                new MonetaryAsset.Cash(usd(4_250_000), usd(30_000)),
                new MonetaryAsset.Gold(number("100"), karat("22"), MetalUse.SAVINGS),
                new MonetaryAsset.Gold(number("35.50"), new Purity.Pure(), MetalUse.WORN),
                new MonetaryAsset.Silver(number("600"), fineness("925"), MetalUse.SAVINGS),
                new MonetaryAsset.Business(usd(4_800_000), usd(620_000), usd(950_000)),
                new MonetaryAsset.Receivable(usd(300_000), ReceivableQuality.STRONG),
                new MonetaryAsset.Shares(usd(500_000), new ShareHolding.Trading()),
                new MonetaryAsset.Shares(usd(2_000_000), kept("0.4")),
                new MonetaryAsset.Pension(
                    usd(1_200_000), PensionMethod.ACCESSIBLE, Optional.empty(), usd(200_000)),
                new MonetaryAsset.Pension(
                    usd(1_200_000), PensionMethod.PROXY, Optional.of(Share.percent("27")), usd(0)),
                new MonetaryAsset.Crypto(usd(123_456)),
                new LoneAsset.Income(usd(900_000), usd(300_000), IncomePeriod.MONTH),
                new LoneAsset.Crops(number("1000"), Watering.MIXED, Optional.of(number("0.5"))),
                new LoneAsset.Crops(number("600"), Watering.RAIN, Optional.empty()),
                new LoneAsset.Rikaz(usd(27_000_000)),
                new LoneAsset.Mine(usd(1)),
                new LoneAsset.Herd(Species.SHEEP, 39, Map.of()),
                new LoneAsset.Herd(Species.CATTLE, 120, Map.of(Animal.MUSINNAH, number("900"))),
                new LoneAsset.Herd(Species.CAMELS, 200, Map.of()),
                new LoneAsset.Fitr(5, Optional.of(number("2.7")), Optional.of(number("1.1"))),
                new LoneAsset.Fitr(1, Optional.empty(), Optional.empty())),
            List.of(
                new Liability.Debt(usd(100_000), DebtTerm.LATER),
                new Liability.Instalments(usd(25_000), usd(1_800_000))));
    return new AssessmentMade(
        new AssessmentRequest(AssessmentId.of("aisha-1447"), DonorId.of("aisha"), question),
        Requests.answer(
            FIRST,
            question,
            new UsedPrices(
                Optional.of(UsedPrice.published(number("100.00"), LocalDate.of(2026, 2, 20))),
                Optional.of(UsedPrice.given(number("1.250")))),
            Optional.of(
                new Sourced<>(
                    new IncomeNisab.Published(usd(1_200_000), usd(100_000)),
                    new Source.Published("A council, nisab of income · نصاب", "2026-02")))),
        AT);
  }

  /** As little as can be asked. */
  static AssessmentMade least() {
    FullQuestion question =
        new FullQuestion(
            Optional.empty(),
            JPY,
            Optional.empty(),
            Prices.NONE,
            Settings.NONE,
            List.of(),
            List.of());
    return new AssessmentMade(
        new AssessmentRequest(AssessmentId.of("a"), DonorId.of("d"), question),
        Requests.answer(FIRST, question, UsedPrices.NONE, Optional.empty()),
        Instant.EPOCH);
  }

  /** Of a donor who is anonymous, and all of before it was written who is not. */
  static PaymentReceived received() {
    return received(false);
  }

  /** Of a donor whom everybody may know. */
  static PaymentReceived named() {
    return received(true);
  }

  private static PaymentReceived received(boolean named) {
    return new PaymentReceived(
        new Movement.Payment(
            CampaignId.of("wells-2026"),
            DonationId.of("d-0123456789.ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwx"),
            usd(Long.MAX_VALUE),
            EARLIER,
            named),
        AT);
  }

  static PaymentReturned returned() {
    return new PaymentReturned(
        new Movement.Return(
            CampaignId.of("wells-2026"),
            DonationId.of("d-1"),
            RefundId.of("r-1"),
            Money.of(1, JPY),
            EARLIER),
        AT);
  }

  private static Settings settings() {
    return new Settings(
        Optional.of(NisabBasis.LOWER_OF_TWO),
        Optional.of(number("87.48")),
        Optional.of(number("612.36")),
        Optional.of(YearKind.SOLAR),
        Optional.of(NisabComparison.EXCLUSIVE),
        Optional.of(Rounding.HALF_UP),
        Optional.of(DebtPolicy.ALL),
        Optional.of(WornJewellery.EXEMPT));
  }

  private static ShareHolding kept(String share) {
    return new ShareHolding.LongTerm(
        Optional.of(new Share(number(share))), Optional.of(usd(70_000)));
  }

  private static Purity karat(String karat) {
    return new Purity.Karat(number(karat));
  }

  private static Purity fineness(String fineness) {
    return new Purity.Fineness(number(fineness));
  }

  private static Money usd(long minor) {
    return Money.of(minor, USD);
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }
}
