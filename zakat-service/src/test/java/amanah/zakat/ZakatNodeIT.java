package amanah.zakat;

import static amanah.zakat.ZakatNode.await;
import static amanah.zakat.ZakatNode.done;
import static amanah.zakat.ZakatWords.DAY;
import static amanah.zakat.ZakatWords.DOLLAR;
import static amanah.zakat.ZakatWords.cash;
import static amanah.zakat.ZakatWords.distribution;
import static amanah.zakat.ZakatWords.gold;
import static amanah.zakat.ZakatWords.report;
import static amanah.zakat.ZakatWords.usd;
import static amanah.zakat.ZakatWords.wealth;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.id.AssessmentId;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.id.DonorId;
import amanah.id.PublicationId;
import amanah.money.Money;
import amanah.protocol.zakat.AssessedZakat;
import amanah.protocol.zakat.ZakatReported;
import amanah.protocol.zakat.ZakatReporting;
import amanah.testing.PostgresExtension;
import amanah.zakat.application.Reply;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.arithmetic.Total;
import amanah.zakat.domain.assessment.Assessment;
import amanah.zakat.domain.assessment.AssessmentRequest;
import amanah.zakat.domain.fund.Asnaf;
import amanah.zakat.domain.fund.CurrencyFund;
import amanah.zakat.domain.fund.Distribution;
import amanah.zakat.domain.fund.DistributionPage;
import amanah.zakat.domain.fund.DistributionReceipt;
import amanah.zakat.domain.fund.RecordedDistribution;
import amanah.zakat.domain.price.PublicationReceipt;
import amanah.zakat.domain.question.FullQuestion;
import amanah.zakat.domain.question.PastCalculation;
import amanah.zakat.domain.statistics.Statistics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One node on a real journal: what was acknowledged is there, also after a restart. */
final class ZakatNodeIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static ZakatNode node;

  @BeforeAll
  static void start() {
    node = ZakatNode.start(POSTGRES);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static void restart() {
    node.close();
    node = ZakatNode.start(POSTGRES);
  }

  private static CurrencyFund fund(Currency currency) {
    return done(node.zakat().fund()).of(currency);
  }

  private static ZakatReported.Position at(CampaignId campaignId, long sequence) {
    return new ZakatReported.Position(campaignId, sequence);
  }

  private static void collect(String campaign, Money amount) {
    CampaignId campaignId = CampaignId.of(campaign);
    assertThat(node.report(report(campaignId, 0, 1, amount))).isEqualTo(at(campaignId, 1));
  }

  @Test
  void a_report_counts_once_and_is_there_after_a_restart() {
    Currency yen = Currency.getInstance("JPY");
    CampaignId well = CampaignId.of("yen-well");

    ZakatReported first = node.report(report(well, 0, 7, Money.of(500, yen)));
    ZakatReported repeated = node.report(report(well, 0, 7, Money.of(500, yen)));
    restart();
    ZakatReported after = node.report(replyTo -> new ZakatReporting.AskPosition(well, replyTo));

    assertThat(List.of(first, repeated, after)).containsOnly(at(well, 7));
    assertThat(fund(yen).collected()).isEqualTo(Total.of(500, yen));
  }

  @Test
  void many_positions_are_told_at_once() {
    CampaignId known = CampaignId.of("known");
    CampaignId unknown = CampaignId.of("unknown");
    collect("known", Money.of(1, Currency.getInstance("SEK")));

    assertThat(
            node.report(
                replyTo -> new ZakatReporting.AskPositions(List.of(unknown, known), replyTo)))
        .isEqualTo(new ZakatReported.Positions(List.of(at(unknown, 0), at(known, 1))));
  }

  @Test
  void a_distribution_is_recorded_once_and_answered_the_same_after_a_restart() {
    Currency euro = Currency.getInstance("EUR");
    collect("euro-well", Money.of(10_000, euro));
    Distribution bread = distribution("bread", Asnaf.FUQARA, Money.of(6_000, euro));

    DistributionReceipt receipt = done(node.zakat().distribute(bread));
    restart();
    Reply<DistributionReceipt> again = await(node.zakat().distribute(bread));

    assertThat(again).isEqualTo(new Reply.Done<>(receipt, true));
    assertThat(receipt.fund().available()).isEqualTo(Total.of(4_000, euro));
    assertThat(fund(euro)).isEqualTo(receipt.fund());
  }

  @Test
  void more_than_the_fund_holds_is_refused_and_more_than_an_eighth_for_amil() {
    Currency pound = Currency.getInstance("GBP");
    collect("pound-well", Money.of(8_000, pound));

    Reply<DistributionReceipt> tooMuch =
        await(node.zakat().distribute(distribution("p-1", Asnaf.RIQAB, Money.of(8_001, pound))));
    Reply<DistributionReceipt> amil =
        await(node.zakat().distribute(distribution("p-2", Asnaf.AMIL, Money.of(1_001, pound))));
    done(node.zakat().distribute(distribution("p-3", Asnaf.AMIL, Money.of(1_000, pound))));

    assertThat(code(tooMuch)).isEqualTo(RefusalCode.FUND_EXCEEDED);
    assertThat(code(amil)).isEqualTo(RefusalCode.AMIL_CAP_EXCEEDED);
    assertThat(fund(pound).available()).isEqualTo(Total.of(7_000, pound));
  }

  private static RefusalCode code(Reply<?> reply) {
    return ((Reply.Refused<?>) reply).code();
  }

  @Test
  void the_fund_is_told_as_it_was() {
    Currency franc = Currency.getInstance("CHF");
    collect("franc-well", Money.of(1_000, franc));
    DistributionReceipt first =
        done(node.zakat().distribute(distribution("f-1", Asnaf.MASAKIN, Money.of(100, franc))));
    Instant between = first.recorded().at();
    done(node.zakat().distribute(distribution("f-2", Asnaf.MASAKIN, Money.of(200, franc))));

    assertThat(done(node.zakat().fund(between)).of(franc)).isEqualTo(first.fund());
    assertThat(done(node.zakat().fund(Instant.EPOCH)).byCurrency()).isEmpty();
    assertThat(done(node.zakat().fund(Instant.MAX))).isEqualTo(done(node.zakat().fund()));
  }

  @Test
  void distributions_are_listed_page_by_page_the_newest_first() {
    Currency krone = Currency.getInstance("DKK");
    collect("krone-well", Money.of(1_000, krone));
    for (int number = 1; number <= 5; number++) {
      done(
          node.zakat()
              .distribute(distribution("k-" + number, Asnaf.GHARIMIN, Money.of(10, krone))));
    }

    List<String> listed = new ArrayList<>();
    Optional<Long> before = Optional.empty();
    do {
      DistributionPage page = done(node.zakat().distributions(Optional.empty(), before, 2));
      page.distributions().stream()
          .map(RecordedDistribution::distribution)
          .filter(one -> one.amount().currency().equals(krone))
          .forEach(one -> listed.add(one.distributionId().value()));
      before = page.before();
    } while (before.isPresent());

    assertThat(listed).containsExactly("k-5", "k-4", "k-3", "k-2", "k-1");
  }

  @Test
  void an_equal_question_is_answered_from_the_cache_and_both_are_counted() {
    done(node.zakat().reset());

    boolean first = done(node.zakat().calculate(wealth(1_000))).cached();
    boolean second = done(node.zakat().calculate(wealth(1_000))).cached();
    Statistics statistics = done(node.zakat().statistics());
    List<PastCalculation> history = done(node.zakat().history(2));

    assertThat(List.of(first, second)).containsExactly(false, true);
    assertThat(statistics.cacheHits()).isEqualTo(1);
    assertThat(statistics.cacheMisses()).isEqualTo(1);
    assertThat(statistics.totalZakat()).containsExactly(Total.of(usd(50)));
    assertThat(history).extracting(PastCalculation::cached).containsExactly(true, false);
  }

  @Test
  void statistics_are_there_after_a_restart_and_a_reset_zeroes_them() {
    done(node.zakat().reset());
    for (int calculation = 0; calculation < 20; calculation++) {
      done(node.zakat().calculate(wealth(2_000 + calculation)));
    }
    restart();

    assertThat(done(node.zakat().statistics()).totalCalculations()).isEqualTo(20);
    done(node.zakat().calculate(wealth(2_000)));
    assertThat(done(node.zakat().history(10))).isNotEmpty();
    assertThat(done(node.zakat().reset()).totalCalculations()).isZero();
    assertThat(done(node.zakat().statistics()).totalCalculations()).isZero();
    assertThat(done(node.zakat().history(10))).isEmpty();
  }

  @Test
  void prices_that_are_published_count_from_then_on_and_after_a_restart() {
    PublicationId name = PublicationId.of("morning");
    Reply<?> before = await(node.zakat().calculate(cash(10_000)));
    done(node.zakat().publish(name, gold(DAY, "100")));
    Money after = done(node.zakat().calculate(cash(10_000))).calculation().zakat();
    restart();
    Money later = done(node.zakat().calculate(cash(10_000))).calculation().zakat();
    done(node.zakat().publish(PublicationId.of("corrected"), gold(DAY, "101")));
    Reply<PublicationReceipt> again = await(node.zakat().publish(name, gold(DAY, "100")));

    assertThat(code(before)).isEqualTo(RefusalCode.PRICE_MISSING);
    assertThat(List.of(after, later)).containsOnly(usd(250));
    assertThat(((Reply.Done<?>) again).replayed()).isTrue();
    assertThat(done(node.zakat().prices(Optional.of(DAY))).prices()).contains(gold(DAY, "101"));
  }

  @Test
  void a_publication_that_is_withdrawn_counts_no_more_and_after_a_restart() {
    PublicationId name = PublicationId.of("wrong");
    LocalDate later = DAY.plusDays(40);
    done(node.zakat().publish(name, gold(later, "9000")));
    done(node.zakat().withdraw(name, Optional.empty()));
    restart();

    Reply<PublicationReceipt> again = await(node.zakat().withdraw(name, Optional.empty()));

    assertThat(((Reply.Done<?>) again).replayed()).isTrue();
    assertThat(done(node.zakat().prices(Optional.of(later))).prices())
        .doesNotContain(gold(later, "9000"));
    assertThat(code(await(node.zakat().withdraw(PublicationId.of("none"), Optional.empty()))))
        .isEqualTo(RefusalCode.PUBLICATION_NOT_FOUND);
  }

  @Test
  void an_assessment_that_is_asked_for_again_is_not_calculated_again() {
    AssessmentId assessmentId = AssessmentId.of("asked-twice");
    DonorId donor = DonorId.of("aminah");
    Assessment made =
        done(node.zakat().assess(new AssessmentRequest(assessmentId, donor, gifted())));
    long calculations = done(node.zakat().statistics()).totalCalculations();

    Reply<Assessment> again =
        await(node.zakat().assess(new AssessmentRequest(assessmentId, donor, gifted())));
    Reply<Assessment> other =
        await(
            node.zakat().assess(new AssessmentRequest(assessmentId, DonorId.of("umar"), gifted())));

    assertThat(again).isEqualTo(new Reply.Done<>(made, true));
    assertThat(((Reply.Refused<Assessment>) other).code())
        .isEqualTo(RefusalCode.IDEMPOTENCY_MISMATCH);
    assertThat(done(node.zakat().statistics()).totalCalculations()).isEqualTo(calculations);
  }

  @Test
  void a_gift_towards_an_assessment_is_paid_when_its_report_is_counted() {
    AssessmentId assessmentId = AssessmentId.of("assessed");
    AssessmentRequest request = new AssessmentRequest(assessmentId, DonorId.of("aminah"), gifted());
    CampaignId campaign = CampaignId.of("assessed-well");
    AssessedZakat gift =
        new AssessedZakat(
            assessmentId, DonationId.of("d-1"), Optional.empty(), usd(30), Instant.EPOCH, true);

    done(node.zakat().assess(request));
    ZakatReported counted = node.report(report(campaign, 0, 1, usd(30), List.of(gift)));
    node.report(report(campaign, 0, 1, usd(30), List.of(gift)));
    Assessment assessment = done(node.zakat().assessment(assessmentId));

    assertThat(counted).isEqualTo(at(campaign, 1));
    assertThat(assessment.paid()).isEqualTo(usd(30));
    assertThat(assessment.outstanding()).isEqualTo(assessment.due().minus(usd(30)));
  }

  /** A question that brings its own prices. */
  private static FullQuestion gifted() {
    FullQuestion cash = cash(100_000);
    return new FullQuestion(
        cash.profile(),
        DOLLAR,
        cash.asOf(),
        gold(DAY, "100").perGram(),
        cash.settings(),
        cash.assets(),
        cash.liabilities());
  }
}
