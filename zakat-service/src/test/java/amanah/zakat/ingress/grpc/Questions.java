package amanah.zakat.ingress.grpc;

import amanah.testing.parity.Question;
import amanah.v1.DistributeZakatRequest;
import java.util.List;

/** Every question in many ways, right and wrong, in an order in which they build on each other. */
final class Questions {

  private static final String GOLD = "full { currency: 'IDR' assets { gold { grams: '100' } } }";
  private static final String NISAB =
      "PublishZakatPrices publication_id: 'n-%1$s-%2$s-%3$s' nisab { profile: '%1$s'"
          + " day: '2026-03-01' nisab { year: IDR 120 month: IDR %2$s }"
          + " source { title: 'T' date: '%3$s' } }";
  private static final String GIFT =
      "DistributeZakat asnaf: ASNAF_RIQAB amount: IDR 1 distribution_id: '%s' %s";

  private final Rows rows = new Rows();
  private final CalculationRows calculations = new CalculationRows(rows);

  private Questions() {}

  static List<Question> all() {
    Questions questions = new Questions();
    questions.publishing();
    questions.calculations.simple();
    questions.calculations.full();
    questions.calculations.assets();
    questions.calculations.assetsWrongly();
    questions.calculations.askingWrongly();
    questions.calculations.unknown();
    questions.calculations.years();
    questions.assessing();
    questions.giving();
    questions.looking();
    return questions.rows.questions();
  }

  /** About what has changed without a question. */
  static List<Question> later() {
    Questions questions = new Questions();
    questions.rows.ask(
        "GetAssessment assessment_id: 'siti'",
        "GetAssessmentReceipt assessment_id: 'siti'",
        "AssessZakat assessment_id: 'siti' donor_id: 'donor-7' " + GOLD,
        "GetZakatStatistics",
        "ClearZakatCache",
        "ClearZakatCache",
        "ResetZakatStatistics",
        "GetZakatStatistics",
        "ListCalculations");
    return questions.rows.questions();
  }

  /** A good question for each call. */
  static List<Question> oneOfEach() {
    Questions questions = new Questions();
    questions.rows.ask(
        "CalculateZakat simple { wealth: EUR 5 nisab: EUR 5 }",
        "CalculateZakat full { currency: 'EUR' assets { rikaz { value: EUR 5 } } }",
        "CalculateHawl nisab: EUR 5 balances { from: '2025-01-01' balance: EUR 5 }",
        "ListZakatProfiles",
        "ListCalculations",
        "GetZakatStatistics",
        "ClearZakatCache",
        "ResetZakatStatistics",
        "GetZakatPrices",
        "PublishZakatPrices publication_id: 'p' metal { currency: 'EUR' day: '2026-03-01' gold: '1' }",
        NISAB.formatted("baznas-2026", "10", "2026"),
        "WithdrawZakatPrices publication_id: 'none'",
        "AssessZakat donor_id: 'donor-7' " + GOLD,
        "GetAssessment assessment_id: 'siti'",
        "GetAssessmentReceipt assessment_id: 'siti'",
        "GetZakatFund",
        "GetZakatFund as_of { seconds: 1 }",
        "DistributeZakat asnaf: ASNAF_RIQAB amount: EUR 5",
        "ListDistributions",
        "ListFundLedger");
    return questions.rows.questions();
  }

  // spotless:off
  private void publishing() {
    rows.ask(
        "GetZakatPrices",
        "PublishZakatPrices publication_id: 'a' metal { currency: 'EUR' day: '2026-03-01' gold: '1' silver: '0.1' }",
        "PublishZakatPrices publication_id: 'a' metal { currency: 'EUR' day: '2026-03-01' gold: '1' silver: '0.1' }",
        "PublishZakatPrices publication_id: 'spring' metal { currency: 'EUR' day: '2026-03-05' gold: '2' }",
        "PublishZakatPrices publication_id: 'spring' metal { currency: 'EUR' day: '2026-03-05' gold: '2' }",
        "PublishZakatPrices publication_id: 'spring' metal { currency: 'EUR' day: '2026-03-05' gold: '3' }",
        "PublishZakatPrices publication_id: 'no/name' metal { currency: 'EUR' day: '2026-03-05' gold: '2' }",
        "PublishZakatPrices metal { currency: 'IDR' day: '2026-02-23' gold: '1' }",
        "PublishZakatPrices publication_id: 'b' metal { currency: 'IDR' day: '2026-02-23' gold: '1000000' }",
        "PublishZakatPrices publication_id: 'c' metal { currency: 'IDR' day: '2026-02-25' silver: '15000' }",
        NISAB.formatted("baznas-2026", "10", "2026"),
        NISAB.formatted("baznas-2026", "10", "2026"),
        NISAB.formatted("nobody", "10", "2026"),
        NISAB.formatted("aaoifi", "10", "2026"),
        NISAB.formatted("baznas-2026", "10", "2026").replace("n-", "e-").replace("IDR", "EUR"),
        NISAB.formatted("baznas-2026", "50", "2026"),
        NISAB.formatted("baznas-2026", "10", "lately"),
        "PublishZakatPrices",
        "PublishZakatPrices metal { day: '2026-03-01' }",
        "PublishZakatPrices publication_id: 'd' metal { currency: 'XAU' day: 'soon' silver: '0' }",
        "PublishZakatPrices nisab { profile: '' }",
        "PublishZakatPrices nisab { profile: 'aaoifi' nisab { year: EUR 0 } source { title: '' } }",
        "GetZakatPrices",
        "GetZakatPrices as_of: '2020-01-01'",
        "GetZakatPrices as_of: 'today'",
        "GetZakatPrices as_of: ''");
    rows.ask("PublishZakatPrices metal { currency: 'EUR' day: '2026-03-06' gold: '2' }", "key-3");
    rows.ask(
        "WithdrawZakatPrices publication_id: 'spring' from: '2026-03-09'",
        "WithdrawZakatPrices publication_id: 'spring' from: '2026-03-09'",
        "WithdrawZakatPrices publication_id: 'spring'",
        "PublishZakatPrices publication_id: 'spring' metal { currency: 'EUR' day: '2026-03-05' gold: '2' }",
        "WithdrawZakatPrices publication_id: 'none'",
        "WithdrawZakatPrices publication_id: 'no/name'",
        "WithdrawZakatPrices publication_id: 'spring' from: 'soon'");
  }

  private void assessing() {
    rows.ask(
        "AssessZakat assessment_id: 'siti' donor_id: 'donor-7' " + GOLD,
        "AssessZakat assessment_id: 'siti' donor_id: 'donor-7' " + GOLD,
        "AssessZakat assessment_id: 'siti' donor_id: 'donor-8' " + GOLD,
        "AssessZakat donor_id: 'donor-7' " + GOLD,
        "AssessZakat " + GOLD,
        "AssessZakat donor_id: 'a b' assessment_id: 'a/b' " + GOLD,
        "AssessZakat donor_id: 'donor-7'",
        "AssessZakat donor_id: 'donor-7' full { currency: 'USD' assets { cash { value: USD 5 } } }",
        "AssessZakat donor_id: 'donor-7' full { currency: 'IDR' assets { cash { value: USD 5 } } }",
        "GetAssessment assessment_id: 'siti'",
        "GetAssessment assessment_id: 'none'",
        "GetAssessment assessment_id: 'a b'",
        "GetAssessmentReceipt assessment_id: 'siti'",
        "GetAssessmentReceipt assessment_id: 'none'",
        "GetAssessmentReceipt assessment_id: '!'");
    rows.ask("AssessZakat donor_id: 'donor-7' " + GOLD, "key-1");
    rows.ask("AssessZakat donor_id: 'donor-7' " + GOLD, "no/key");
  }

  private void giving() {
    rows.ask(
        "GetZakatFund",
        "ListDistributions",
        "DistributeZakat distribution_id: 'bread' asnaf: ASNAF_FUQARA amount: IDR 1500 recipient: 'Dusun Kandal' note: 'rice\\nfor all'",
        "DistributeZakat distribution_id: 'bread' asnaf: ASNAF_FUQARA amount: IDR 1500 recipient: 'Dusun Kandal' note: 'rice\\nfor all'",
        "DistributeZakat distribution_id: 'bread' asnaf: ASNAF_FUQARA amount: IDR 1501",
        "DistributeZakat distribution_id: 'road' asnaf: ASNAF_IBN_SABIL amount: IDR 7 recipient: ''",
        "DistributeZakat asnaf: ASNAF_FI_SABILILLAH amount: IDR 8",
        "DistributeZakat distribution_id: 'all' asnaf: ASNAF_MASAKIN amount: IDR 99999",
        "DistributeZakat distribution_id: 'desk' asnaf: ASNAF_AMIL amount: IDR 2000",
        "DistributeZakat distribution_id: 'other' asnaf: ASNAF_GHARIMIN amount: EUR 1",
        "DistributeZakat",
        "DistributeZakat asnaf: ASNAF_RIQAB amount: IDR 0",
        GIFT.formatted("a/b", ""),
        GIFT.formatted("long", "recipient: '" + "r".repeat(201) + "'"),
        GIFT.formatted("long", "note: '" + "n".repeat(501) + "'"),
        GIFT.formatted("bell", "recipient: '\\007'"));
    rows.ask("DistributeZakat asnaf: ASNAF_RIQAB amount: IDR 9", "key-2");
    rows.ask("to nobody", "DistributeZakat", DistributeZakatRequest.newBuilder().setAsnafValue(99).build(), null);
  }

  private void looking() {
    rows.ask(
        "ListZakatProfiles",
        "ListCalculations",
        "ListCalculations limit: 2",
        "ListCalculations limit: 0",
        "GetZakatStatistics",
        "GetZakatFund",
        "GetZakatFund as_of { seconds: 1 }",
        "GetZakatFund as_of { seconds: 1900000000 nanos: 5 }",
        "GetZakatFund as_of { seconds: 9223372036854775807 }",
        "ListDistributions",
        "ListDistributions limit: 1",
        "ListDistributions limit: 1 cursor: 'Mg'",
        "ListDistributions limit: -5 cursor: '!'",
        "ListDistributions limit: 501",
        "ListDistributions cursor: ''",
        "ListDistributions as_of { seconds: 1 }",
        "ListFundLedger",
        "ListFundLedger limit: 2",
        "ListFundLedger limit: 2 cursor: 'Mi4w'",
        "ListFundLedger as_of { seconds: 1 }",
        "ListFundLedger limit: 0 cursor: 'Mg' as_of { seconds: -9223372036854775808 }");
  }
  // spotless:on
}
