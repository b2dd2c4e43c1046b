package amanah.zakat;

import static amanah.zakat.ZakatNode.await;
import static amanah.zakat.ZakatNode.done;
import static amanah.zakat.ZakatWords.distribution;
import static amanah.zakat.ZakatWords.report;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.id.CampaignId;
import amanah.money.Money;
import amanah.protocol.zakat.ZakatReported;
import amanah.testing.KeyAlone;
import amanah.testing.PostgresExtension;
import amanah.zakat.application.Reply;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.arithmetic.Total;
import amanah.zakat.domain.fund.Asnaf;
import amanah.zakat.domain.fund.CurrencyFund;
import amanah.zakat.domain.fund.Distribution;
import amanah.zakat.domain.fund.DistributionReceipt;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Two nodes that do not know of one another, as in a partition before anybody is excluded, on one
 * journal: each has a calculator of its own, and the key alone tells their writes apart.
 */
final class OneCalculatorIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final int ROUNDS = 10;

  /** Each round one of them is fenced, and starts again; how long after is not asked here. */
  private static final Map<String, Object> SOON =
      Map.of(
          "amanah.zakat.calculator.restart.delay-max",
          "200ms",
          "amanah.zakat.calculator.restart.restarts-max",
          400);

  private static ZakatNode left;
  private static ZakatNode right;

  @BeforeAll
  static void start() {
    KeyAlone.on(POSTGRES);
    left = ZakatNode.start(POSTGRES, SOON);
    right = ZakatNode.start(POSTGRES, SOON);
  }

  @AfterAll
  static void stop() {
    left.close();
    right.close();
  }

  private static CurrencyFund fund(ZakatNode node, Currency currency) {
    return done(node.zakat().fund()).of(currency);
  }

  /** Asks as a patient caller does, until there is a definite answer. */
  private static Reply<DistributionReceipt> patiently(ZakatNode node, Distribution distribution) {
    Reply<DistributionReceipt> reply = await(node.zakat().distribute(distribution));
    while (isForLater(reply)) {
      reply = await(node.zakat().distribute(distribution));
    }
    return reply;
  }

  private static boolean isForLater(Reply<?> reply) {
    return reply instanceof Reply.Refused<?> refused
        && (refused.code().forLater() || !refused.code().definite());
  }

  /** Reports as a campaign does, until the calculator says where it is. */
  private static ZakatReported patiently(ZakatNode node, CampaignId well, Money amount) {
    ZakatReported said = node.report(report(well, 0, 1, amount));
    while (said instanceof ZakatReported.NotNow) {
      said = node.report(report(well, 0, 1, amount));
    }
    return said;
  }

  @Test
  void a_report_that_both_were_given_is_counted_once() {
    Currency yen = Currency.getInstance("JPY");
    for (int round = 0; round < ROUNDS; round++) {
      CampaignId well = CampaignId.of("well-" + round);
      ZakatReported byLeft = patiently(left, well, Money.of(100, yen));
      ZakatReported byRight = patiently(right, well, Money.of(100, yen));

      assertThat(byLeft).isEqualTo(new ZakatReported.Position(well, 1));
      assertThat(byRight).isEqualTo(byLeft);
    }
    patiently(right, CampaignId.of("last"), Money.of(1, yen));

    assertThat(fund(right, yen).collected()).isEqualTo(Total.of(100 * ROUNDS + 1, yen));
  }

  @Test
  void what_both_give_away_is_never_more_than_there_is() {
    Currency franc = Currency.getInstance("CHF");
    patiently(left, CampaignId.of("franc-well"), Money.of(70, franc));
    patiently(right, CampaignId.of("franc-mill"), Money.of(30, franc));
    patiently(left, CampaignId.of("franc-mill"), Money.of(30, franc));
    Reply<DistributionReceipt> first =
        patiently(left, distribution("from-left", Asnaf.FUQARA, Money.of(60, franc)));

    Reply<DistributionReceipt> fenced =
        await(
            right
                .zakat()
                .distribute(distribution("from-right", Asnaf.FUQARA, Money.of(60, franc))));
    Reply<DistributionReceipt> second =
        patiently(right, distribution("from-right", Asnaf.FUQARA, Money.of(60, franc)));

    assertThat(first).isInstanceOf(Reply.Done.class);
    assertThat(fenced).isInstanceOf(Reply.Refused.class);
    assertThat(((Reply.Refused<?>) second).code()).isEqualTo(RefusalCode.FUND_EXCEEDED);
    assertThat(fund(right, franc).available()).isEqualTo(Total.of(40, franc));
  }
}
