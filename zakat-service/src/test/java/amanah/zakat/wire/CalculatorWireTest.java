package amanah.zakat.wire;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.SerializationTestKit;
import akka.actor.typed.ActorRef;
import akka.serialization.SerializationExtension;
import amanah.id.DistributionId;
import amanah.id.PublicationId;
import amanah.money.Money;
import amanah.money.Share;
import amanah.node.NodeDefaults;
import amanah.testing.ActorTestKitExtension;
import amanah.zakat.answering.Answering;
import amanah.zakat.calculator.CalculatorMessage;
import amanah.zakat.calculator.CalculatorNotice;
import amanah.zakat.calculator.CalculatorReply;
import amanah.zakat.domain.Outcome;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.WealthZakat;
import amanah.zakat.domain.arithmetic.Rational;
import amanah.zakat.domain.arithmetic.Total;
import amanah.zakat.domain.fund.Asnaf;
import amanah.zakat.domain.fund.Distribution;
import amanah.zakat.domain.fund.DistributionReceipt;
import amanah.zakat.domain.fund.Fund;
import amanah.zakat.domain.fund.RecordedDistribution;
import amanah.zakat.domain.livestock.Animal;
import amanah.zakat.domain.price.MetalPrices;
import amanah.zakat.domain.price.NisabFigure;
import amanah.zakat.domain.price.PriceBook;
import amanah.zakat.domain.price.Publication;
import amanah.zakat.domain.price.PublicationReceipt;
import amanah.zakat.domain.price.RecordedPublication;
import amanah.zakat.domain.price.Withdrawal;
import amanah.zakat.domain.question.FullAnswer;
import amanah.zakat.domain.question.FullQuestion;
import amanah.zakat.domain.question.PastCalculation;
import amanah.zakat.domain.question.SimpleAnswer;
import amanah.zakat.domain.question.SimpleQuestion;
import amanah.zakat.domain.rule.IncomeNisab;
import amanah.zakat.domain.rule.NisabComparison;
import amanah.zakat.domain.rule.Settings;
import amanah.zakat.domain.rule.Source;
import amanah.zakat.domain.rule.YearKind;
import amanah.zakat.domain.statistics.NodeCounts;
import amanah.zakat.domain.statistics.Statistics;
import amanah.zakat.domain.wealth.Asset;
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
import com.typesafe.config.ConfigFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What desks and calculator say crosses from node to node and is the same on the other side. */
final class CalculatorWireTest {

  @RegisterExtension
  static final ActorTestKitExtension AKKA =
      new ActorTestKitExtension(
          ConfigFactory.parseString("akka.actor.provider = local, akka.loglevel = WARNING")
              .withFallback(NodeDefaults.of(List.of("zakat.conf")))
              .resolve());

  private static final int FRAME_BYTES = 256 * 1024;
  private static final Currency IDR = Currency.getInstance("IDR");
  private static final Instant AT = Instant.parse("2026-03-01T09:30:00.123456Z");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final Answering ANSWERING =
      Answering.of(Profiles.bundled(), "aaoifi", NisabComparison.INCLUSIVE);

  private static final Map<Animal, BigDecimal> HERD_PRICES =
      Map.of(Animal.HIQQAH, new BigDecimal("7.5"), Animal.BINT_LABUN, new BigDecimal("6"));

  private static final FullQuestion QUESTION =
      new FullQuestion(
          Optional.of("baznas-2026"),
          IDR,
          Optional.of(DAY),
          new Prices(Optional.of(new BigDecimal("1000000.50")), Optional.of(BigDecimal.TEN)),
          new Settings(
              Optional.empty(),
              Optional.of(new BigDecimal("85")),
              Optional.empty(),
              Optional.of(YearKind.SOLAR),
              Optional.of(NisabComparison.EXCLUSIVE),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()),
          assets(),
          List.of(
              new Liability.Debt(rupiah(5), DebtTerm.NOW),
              new Liability.Instalments(rupiah(1), rupiah(30))));
  private static final Distribution BREAD =
      new Distribution(
          DistributionId.of("bread"),
          Asnaf.IBN_SABIL,
          rupiah(60),
          Optional.of("a bakery"),
          Optional.empty());
  private static final MetalPrices PRICES =
      new MetalPrices(IDR, DAY, new Prices(Optional.of(new BigDecimal("80.50")), Optional.empty()));
  private static final NisabFigure NISAB =
      new NisabFigure(
          "baznas-2026",
          DAY,
          new IncomeNisab.Published(rupiah(120_000), rupiah(10_000)),
          new Source.Published("BAZNAS", "2026"));
  private static final PublicationId PUBLICATION = PublicationId.of("morning");
  private static final PriceBook BOOK = PriceBook.EMPTY.publish(PRICES).publish(NISAB);
  private static final Fund FUND =
      Fund.EMPTY.reported(rupiah(1_000), rupiah(1)).distributed(Asnaf.AMIL, rupiah(2));
  private static final NodeCounts TALLY =
      new NodeCounts("desk", 1, 2, 3, List.of(new Total(BigInteger.TWO.pow(70), IDR)));

  private static Money rupiah(long major) {
    return Money.of(100 * major, IDR);
  }

  private static List<Asset> assets() {
    Optional<Share> quarter = Optional.of(Share.percent("25"));
    return List.of(
        new MonetaryAsset.Cash(rupiah(90_000_000), rupiah(1)),
        new MonetaryAsset.Gold(
            BigDecimal.TEN, new Purity.Karat(new BigDecimal("22")), MetalUse.WORN),
        new MonetaryAsset.Silver(
            BigDecimal.ONE, new Purity.Fineness(new BigDecimal("925")), MetalUse.SAVINGS),
        new MonetaryAsset.Business(rupiah(4), rupiah(2), rupiah(1)),
        new MonetaryAsset.Receivable(rupiah(3), ReceivableQuality.MEDIUM),
        new MonetaryAsset.Shares(rupiah(3), new ShareHolding.Trading()),
        new MonetaryAsset.Shares(rupiah(3), new ShareHolding.LongTerm(quarter, Optional.empty())),
        new MonetaryAsset.Shares(
            rupiah(3), new ShareHolding.LongTerm(Optional.empty(), Optional.of(rupiah(1)))),
        new MonetaryAsset.Pension(rupiah(3), PensionMethod.PROXY, quarter, rupiah(0)),
        new MonetaryAsset.Gold(BigDecimal.ONE, new Purity.Pure(), MetalUse.SAVINGS),
        new MonetaryAsset.Crypto(rupiah(8)),
        new LoneAsset.Income(rupiah(9_000_000), rupiah(0), IncomePeriod.MONTH),
        new LoneAsset.Crops(new BigDecimal("1000"), Watering.RAIN, Optional.of(BigDecimal.TEN)),
        new LoneAsset.Rikaz(rupiah(3)),
        new LoneAsset.Mine(rupiah(3)),
        new LoneAsset.Herd(Species.CAMELS, 140, HERD_PRICES),
        new LoneAsset.Fitr(5, Optional.empty(), Optional.of(new BigDecimal("11000"))));
  }

  private static FullAnswer answer(FullQuestion question) {
    return switch (ANSWERING.full(question, BOOK, DAY)) {
      case Outcome.Answered<FullAnswer> answered -> answered.answer();
      case Outcome.Refused<FullAnswer> refused ->
          throw new AssertionError(refused.refusal().detail());
    };
  }

  private static Stream<Function<ActorRef<CalculatorReply>, CalculatorMessage>> questions() {
    return Stream.of(
        replyTo ->
            new CalculatorMessage.CalculateSimple(
                new SimpleQuestion(rupiah(100), rupiah(85)), AT, replyTo),
        replyTo -> new CalculatorMessage.CalculateFull(QUESTION, AT, replyTo),
        replyTo -> new CalculatorMessage.GetStatistics(TALLY, replyTo),
        replyTo -> new CalculatorMessage.GetHistory(7, replyTo),
        CalculatorMessage.ClearCache::new,
        replyTo -> new CalculatorMessage.GetPrices(Optional.of(DAY), replyTo),
        CalculatorMessage.GetFund::new,
        replyTo -> new CalculatorMessage.Distribute(BREAD, AT, replyTo),
        replyTo -> new CalculatorMessage.PublishPrices(PUBLICATION, PRICES, AT, replyTo),
        replyTo -> new CalculatorMessage.PublishNisab(PUBLICATION, NISAB, AT, replyTo),
        replyTo ->
            new CalculatorMessage.WithdrawPublication(PUBLICATION, Optional.of(DAY), AT, replyTo),
        replyTo ->
            new CalculatorMessage.WithdrawPublication(PUBLICATION, Optional.empty(), AT, replyTo),
        replyTo -> new CalculatorMessage.Reset("r-1", AT, replyTo));
  }

  private static Stream<CalculatorReply> replies() {
    return Stream.of(
        new CalculatorReply.Simple(
            new SimpleAnswer(
                new WealthZakat(
                    true,
                    rupiah(2),
                    new Rational(BigInteger.ONE, BigInteger.valueOf(3)),
                    Share.percent("2.5"),
                    rupiah(85)),
                true),
            3),
        new CalculatorReply.Full(answer(QUESTION), 4),
        new CalculatorReply.Counted(statistics()),
        new CalculatorReply.Remembered(
            List.of(new PastCalculation(AT, PastCalculation.Kind.FULL, rupiah(3), true))),
        new CalculatorReply.Cleared(9),
        new CalculatorReply.Priced(BOOK.asOf(DAY)),
        new CalculatorReply.Published(
            new PublicationReceipt(
                new RecordedPublication(PUBLICATION, new Publication.OfMetal(1, PRICES), AT),
                BOOK.asOf(DAY)),
            true),
        new CalculatorReply.Published(
            new PublicationReceipt(
                new RecordedPublication(PUBLICATION, new Publication.OfNisab(2, NISAB), AT),
                BOOK.asOf(DAY)),
            false),
        new CalculatorReply.Withdrawn(
            new PublicationReceipt(
                new RecordedPublication(
                    PUBLICATION,
                    new Publication.OfMetal(1, PRICES, List.of(WITHDRAWN, REPLACED)),
                    AT,
                    Optional.of(DAY)),
                BOOK.asOf(DAY)),
            false),
        new CalculatorReply.Funded(FUND),
        new CalculatorReply.Distributed(
            new DistributionReceipt(new RecordedDistribution(BREAD, AT, 5), FUND.of(IDR)), true),
        new CalculatorReply.Begun(statistics(), 2, false),
        new CalculatorReply.Refused(
            RefusalCode.CURRENCY_MISMATCH, "rupiah and dollar", Optional.of("assets[0].value")));
  }

  private static Statistics statistics() {
    return new Statistics(TALLY.zakat(), 4, 5, 6, List.of(Total.of(-7, IDR)));
  }

  private static final Withdrawal<MetalPrices> WITHDRAWN = new Withdrawal<>(DAY, Optional.empty());
  private static final Withdrawal<MetalPrices> REPLACED =
      new Withdrawal<>(DAY.plusDays(3), Optional.of(PRICES));

  private static Stream<CalculatorNotice> notices() {
    return Stream.of(
        new CalculatorNotice.Here(3, BOOK.all(), 5, 6),
        new CalculatorNotice.Here(
            5,
            List.of(
                new Publication.OfMetal(6, PRICES, List.of(REPLACED)),
                new Publication.OfNisab(
                    7, NISAB, List.of(new Withdrawal<>(DAY, Optional.of(NISAB))))),
            7,
            6),
        new CalculatorNotice.TallyKept("desk", 1, 9),
        new CalculatorNotice.DeskForgotten("desk"));
  }

  private static SerializationTestKit wire() {
    return new SerializationTestKit(AKKA.kit().system());
  }

  @ParameterizedTest
  @MethodSource("questions")
  void a_question_is_the_same_on_the_other_node(
      Function<ActorRef<CalculatorReply>, CalculatorMessage> question) {
    ActorRef<CalculatorReply> replyTo = AKKA.kit().<CalculatorReply>createTestProbe().ref();

    wire().verifySerialization(question.apply(replyTo), true);
  }

  @ParameterizedTest
  @MethodSource("replies")
  void a_reply_is_the_same_on_the_other_node(CalculatorReply reply) {
    wire().verifySerialization(reply, true);
  }

  @ParameterizedTest
  @MethodSource("notices")
  void a_notice_is_the_same_on_the_other_node(CalculatorNotice notice) {
    wire().verifySerialization(notice, true);
  }

  @Test
  void what_a_desk_tells_is_the_same_on_the_other_node() {
    ActorRef<CalculatorNotice> desk = AKKA.kit().<CalculatorNotice>createTestProbe().ref();

    wire().verifySerialization(new CalculatorMessage.CountTally(TALLY, true, false, desk), true);
    wire().verifySerialization(new CalculatorMessage.Follow(7, desk), true);
    wire().verifySerialization(new CalculatorMessage.Leave(), true);
  }

  @Test
  void the_longest_answer_fits_one_message() {
    Asset herd = new LoneAsset.Herd(Species.CATTLE, LoneAsset.Herd.COUNT_MAX, Map.of());
    FullQuestion longest =
        new FullQuestion(
            Optional.empty(),
            IDR,
            Optional.of(DAY),
            Prices.NONE,
            Settings.NONE,
            Collections.nCopies(FullQuestion.ITEMS_MAX, herd),
            List.of());

    byte[] bytes =
        SerializationExtension.get(AKKA.kit().system())
            .serialize(new CalculatorReply.Full(answer(longest), 0))
            .get();

    assertThat(bytes.length).isLessThan(FRAME_BYTES);
  }
}
