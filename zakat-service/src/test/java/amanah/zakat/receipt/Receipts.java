package amanah.zakat.receipt;

import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.id.RefundId;
import amanah.money.Money;
import amanah.zakat.domain.assessment.AssessedPayment;
import amanah.zakat.domain.assessment.AssessedRefund;
import amanah.zakat.domain.assessment.Assessment;
import amanah.zakat.domain.assessment.Requests;
import amanah.zakat.domain.question.FullQuestion;
import amanah.zakat.domain.question.UsedPrice;
import amanah.zakat.domain.question.UsedPrices;
import amanah.zakat.domain.rule.Settings;
import amanah.zakat.domain.wealth.DebtTerm;
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
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Assessments to make receipts of. */
final class Receipts {

  private Receipts() {}

  /** A family's year: gold, savings, a shop, shares, a flock; 300 given, 50 of it returned. */
  static Assessment partlyPaid() {
    FullQuestion question =
        new FullQuestion(
            Optional.of("aaoifi"),
            Requests.USD,
            Optional.of(LocalDate.of(2026, 3, 1)),
            new Prices(Optional.empty(), Optional.of(new BigDecimal("1.25"))),
            Settings.NONE,
            List.of(
                new MonetaryAsset.Cash(usd("42500.00"), usd("300.00")),
                new MonetaryAsset.Gold(
                    new BigDecimal("100"),
                    new Purity.Karat(new BigDecimal("22")),
                    MetalUse.SAVINGS),
                new MonetaryAsset.Gold(new BigDecimal("35.5"), new Purity.Pure(), MetalUse.WORN),
                new MonetaryAsset.Business(usd("48000.00"), usd("6200.00"), usd("9500.00")),
                new MonetaryAsset.Receivable(usd("3000.00"), ReceivableQuality.MEDIUM),
                new MonetaryAsset.Shares(
                    usd("20000.00"), new ShareHolding.LongTerm(Optional.empty(), Optional.empty())),
                new MonetaryAsset.Pension(
                    usd("12000.00"), PensionMethod.PROXY, Optional.empty(), usd("0.00")),
                new LoneAsset.Herd(Species.SHEEP, 121, Map.of()),
                new LoneAsset.Fitr(5, Optional.empty(), Optional.empty())),
            List.of(
                new Liability.Debt(usd("1000.00"), DebtTerm.NOW),
                new Liability.Instalments(usd("250.00"), usd("18000.00"))));
    return of(
        question,
        List.of(
            gift("d-3", Money.of(9_900, Requests.EUR)),
            gift("d-2", usd("100.00")),
            returned("d-1", usd("200.00"), usd("50.00"))));
  }

  /** An assessment of that question with these payments, the newest first. */
  static Assessment of(FullQuestion question, List<AssessedPayment> payments) {
    Money paid = Money.zero(question.currency());
    Money otherwise = Money.zero(Requests.EUR);
    for (AssessedPayment payment : payments) {
      if (payment.applied()) {
        paid = paid.plus(payment.amount()).minus(payment.returned());
      } else {
        otherwise = otherwise.plus(payment.amount());
      }
    }
    UsedPrices prices =
        new UsedPrices(
            question
                .prices()
                .gold()
                .map(UsedPrice::given)
                .or(
                    () ->
                        Optional.of(
                            UsedPrice.published(new BigDecimal("100"), LocalDate.of(2026, 2, 20)))),
            question.prices().silver().map(UsedPrice::given));
    return new Assessment(
        Requests.request(question),
        Requests.answer(question, prices, Optional.empty()),
        Requests.AT,
        paid,
        otherwise.isZero() ? List.of() : List.of(otherwise),
        payments,
        payments.size(),
        payments.isEmpty() ? 1 : payments.size() + 2L);
  }

  /** A gift. */
  static AssessedPayment gift(String donation, Money amount) {
    return new AssessedPayment(
        CampaignId.of("wells"),
        DonationId.of(donation),
        amount,
        Requests.AT.plus(Duration.ofDays(2)),
        Money.zero(amount.currency()),
        List.of(),
        amount.currency().equals(Requests.USD));
  }

  private static AssessedPayment returned(String donation, Money amount, Money back) {
    AssessedPayment gift = gift(donation, amount);
    return new AssessedPayment(
        gift.campaignId(),
        gift.donationId(),
        gift.amount(),
        gift.at(),
        back,
        List.of(new AssessedRefund(RefundId.of("r-1"), back, gift.at().plus(Duration.ofDays(9)))),
        true);
  }

  private static Money usd(String amount) {
    return Money.parse(amount, Requests.USD);
  }
}
