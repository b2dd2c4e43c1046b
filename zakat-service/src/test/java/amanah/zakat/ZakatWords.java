package amanah.zakat;

import akka.actor.typed.ActorRef;
import amanah.id.CampaignId;
import amanah.id.DistributionId;
import amanah.money.Money;
import amanah.protocol.zakat.AssessedZakat;
import amanah.protocol.zakat.ZakatReported;
import amanah.protocol.zakat.ZakatReporting;
import amanah.zakat.domain.fund.Asnaf;
import amanah.zakat.domain.fund.Distribution;
import amanah.zakat.domain.price.MetalPrices;
import amanah.zakat.domain.question.FullQuestion;
import amanah.zakat.domain.question.SimpleQuestion;
import amanah.zakat.domain.rule.Settings;
import amanah.zakat.domain.wealth.MonetaryAsset;
import amanah.zakat.domain.wealth.Prices;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Short words for what tests ask and report, in whole dollars. */
final class ZakatWords {

  static final Currency DOLLAR = Currency.getInstance("USD");
  static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  private ZakatWords() {}

  static Money usd(long major) {
    return Money.of(100 * major, DOLLAR);
  }

  static SimpleQuestion wealth(long major) {
    return new SimpleQuestion(usd(major), usd(85));
  }

  static FullQuestion cash(long major) {
    return new FullQuestion(
        Optional.empty(),
        DOLLAR,
        Optional.of(DAY),
        Prices.NONE,
        Settings.NONE,
        List.of(new MonetaryAsset.Cash(usd(major), usd(0))),
        List.of());
  }

  static MetalPrices gold(LocalDate day, String perGram) {
    return new MetalPrices(
        DOLLAR, day, new Prices(Optional.of(new BigDecimal(perGram)), Optional.empty()));
  }

  static Distribution distribution(String id, Asnaf asnaf, Money amount) {
    return new Distribution(
        DistributionId.of(id), asnaf, amount, Optional.of("a bakery"), Optional.empty());
  }

  static Function<ActorRef<ZakatReported>, ZakatReporting> report(
      CampaignId campaignId, long after, long upTo, Money collected) {
    return report(campaignId, after, upTo, collected, List.of());
  }

  static Function<ActorRef<ZakatReported>, ZakatReporting> report(
      CampaignId campaignId, long after, long upTo, Money collected, List<AssessedZakat> assessed) {
    return replyTo ->
        new ZakatReporting.Report(
            campaignId,
            after,
            upTo,
            collected,
            Money.zero(collected.currency()),
            assessed,
            replyTo);
  }
}
