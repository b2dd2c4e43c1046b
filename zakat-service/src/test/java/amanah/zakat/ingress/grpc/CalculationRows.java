package amanah.zakat.ingress.grpc;

import amanah.v1.Asset;
import amanah.v1.CalculateZakatRequest;
import amanah.v1.CashAsset;
import amanah.v1.Debt;
import amanah.v1.FullZakatQuestion;
import amanah.v1.GoldAsset;
import amanah.v1.Liability;
import amanah.v1.ReceivableAsset;
import amanah.v1.ZakatSettings;
import com.google.protobuf.UnknownFieldSet;

/** Questions about what is due, right and wrong. */
final class CalculationRows {

  private static final String CALL = "CalculateZakat";
  private static final String FULL = CALL + " full { currency: 'EUR' %s }";
  private static final String ASSET = FULL.formatted("assets { %s }");
  private static final String CASH = FULL.formatted("assets { cash { value: EUR 5 } } %s");
  private static final String HAWL = "CalculateHawl nisab: EUR 5 balances { %s }";
  private static final UnknownFieldSet UNKNOWN =
      UnknownFieldSet.newBuilder()
          .addField(99, UnknownFieldSet.Field.newBuilder().addVarint(1).build())
          .build();

  private final Rows rows;

  CalculationRows(Rows rows) {
    this.rows = rows;
  }

  // spotless:off
  void simple() {
    rows.ask(
        "CalculateZakat simple { wealth: IDR 30000000 nisab: IDR 25500000 }",
        "CalculateZakat simple { wealth: IDR 30000000 nisab: IDR 25500000 }",
        "CalculateZakat simple { wealth: EUR 8499 nisab: EUR 8500 }",
        "CalculateZakat simple { wealth: EUR 0 nisab: EUR 0 }",
        "CalculateZakat simple { wealth: KWD 1000.001 nisab: KWD 1 }",
        "CalculateZakat simple { wealth: EUR 5 }",
        "CalculateZakat simple { nisab: EUR 5 }",
        "CalculateZakat simple { wealth: EUR 5 nisab: USD 5 }",
        "CalculateZakat simple { wealth: EUR -5 nisab: EUR 5 }",
        "CalculateZakat simple { wealth: EUR 5.001 nisab: EUR 5e3 }",
        "CalculateZakat simple { wealth: ZZZ 5 nisab: XAU 5 }",
        "CalculateZakat simple { wealth { currency: 'EUR' } nisab { amount: '5' } }",
        "CalculateZakat simple { wealth { amount: '' currency: '' } nisab: EUR 5 }",
        "CalculateZakat simple { wealth: IDR 92233720368547758.08 nisab: IDR 1 }");
  }

  void full() {
    rows.ask(
        "CalculateZakat full { profile: 'aaoifi' currency: 'USD' as_of: '2026-03-01' prices { gold: '100' silver: '1.25' }"
            + " settings { nisab_basis: NISAB_BASIS_GOLD debts: DEBT_POLICY_DUE_NOW }"
            + " assets { cash { value: USD 9000 } } assets { sheep { count: 121 } }"
            + " liabilities { debt { value: USD 400 due: DEBT_TERM_NOW } }"
            + " liabilities { loan { monthly: USD 10 total: USD 500 } } }",
        FULL.formatted("settings { nisab_basis: NISAB_BASIS_LOWER_OF_TWO gold_nisab_grams: '87.48' silver_nisab_grams: '612.36'"
            + " year: YEAR_KIND_SOLAR nisab_comparison: NISAB_COMPARISON_EXCLUSIVE rounding: ROUNDING_HALF_UP"
            + " debts: DEBT_POLICY_NEXT_12_MONTHS worn_jewellery: WORN_JEWELLERY_DUE } assets { cash { value: EUR 1000 } }"),
        "CalculateZakat full { currency: 'USD' prices { gold: '100' } assets { gold { grams: '200' karat: '14' } } }",
        "CalculateZakat full { currency: 'IDR' profile: 'baznas-2026' assets { income { value: IDR 99000000 period: INCOME_PERIOD_YEAR } } }",
        CASH.formatted(""),
        CASH.formatted(""),
        CASH.formatted("as_of: '2026-03-02'"),
        CASH.formatted("profile: 'aaoifi@1' as_of: '2026-03-30'"),
        CASH.formatted("as_of: '2026-03-30'"),
        CASH.formatted("as_of: '2026-03-30' allow_stale: true"),
        "CalculateZakat full { currency: 'EUR' assets { silver { grams: '600' } } }",
        "CalculateZakat full { currency: 'EUR' assets { rikaz { value: EUR 5 } } liabilities { debt { value: EUR 1 due: DEBT_TERM_NOW } } }",
        "CalculateZakat full { currency: 'IDR' profile: 'baznas-2026' assets { income { value: IDR 9 needs: IDR 1 period: INCOME_PERIOD_YEAR } } }",
        "CalculateZakat full { currency: 'EUR' assets { shares { value: EUR 9 holding: SHARE_HOLDING_LONG_TERM zakatable_share: '0.5' dividends: EUR 1 } } }");
  }

  void assets() {
    for (String asset : new String[] {
        "cash { value: EUR 1000 impure_interest: EUR 100 }",
        "gold { grams: '240' }",
        "gold { grams: '240' karat: '18' use: METAL_USE_WORN }",
        "gold { grams: '240' fineness: '916' use: METAL_USE_SAVINGS }",
        "silver { grams: '2000' fineness: '925' }",
        "business { current_assets: EUR 500 receivables: EUR 50 short_term_liabilities: EUR 5 }",
        "receivable { value: EUR 400 quality: RECEIVABLE_QUALITY_STRONG }",
        "shares { value: EUR 1000 holding: SHARE_HOLDING_TRADING }",
        "shares { value: EUR 1000 holding: SHARE_HOLDING_LONG_TERM zakatable_share: '0.3' dividends: EUR 7 }",
        "pension { value: EUR 1000 method: PENSION_METHOD_PROXY zakatable_share: '0.21' }",
        "pension { value: EUR 1000 method: PENSION_METHOD_ACCESSIBLE penalty: EUR 400 }",
        "pension { value: EUR 1000 method: PENSION_METHOD_ON_RECEIPT }",
        "crypto { value: EUR 123.45 }",
        "income { value: EUR 100 needs: EUR 10 period: INCOME_PERIOD_MONTH }",
        "crops { kilograms: '1000.5' watering: WATERING_MIXED price_per_kilogram: '0.5' }",
        "crops { kilograms: '1000' watering: WATERING_RAIN }",
        "crops { kilograms: '10' watering: WATERING_IRRIGATED }",
        "rikaz { value: EUR 50 }",
        "mine { value: EUR 100 }",
        "sheep { count: 40 prices { sheep: '120.50' } }",
        "sheep { count: 39 }",
        "cattle { count: 120 prices { tabi: '300' musinnah: '500.50' } }",
        "camels { count: 140 prices { sheep: '1' bint_makhad: '2' bint_labun: '3' hiqqah: '4' jadhaah: '5' } }",
        "fitr { heads: 5 kilograms_per_head: '2.5' price_per_kilogram: '11' }",
        "fitr { heads: 5 }"}) {
      rows.ask(ASSET.formatted(asset));
    }
  }

  void assetsWrongly() {
    for (String asset : new String[] {
        "",
        "cash { }",
        "cash { value: EUR 5 impure_interest: EUR 6 }",
        "cash { value: USD 5 }",
        "gold { }",
        "gold { grams: '5' karat: '25' }",
        "gold { grams: '5' karat: '22' fineness: '916' }",
        "gold { grams: '-5' }",
        "silver { grams: '1e3' fineness: '0' }",
        "business { receivables: EUR 5 }",
        "receivable { value: EUR 5 }",
        "shares { value: EUR 5 }",
        "shares { value: EUR 5 holding: SHARE_HOLDING_TRADING zakatable_share: '0.5' dividends: EUR 1 }",
        "shares { value: EUR 5 holding: SHARE_HOLDING_LONG_TERM zakatable_share: '1.5' }",
        "pension { value: EUR 5 }",
        "pension { value: EUR 5 method: PENSION_METHOD_PROXY penalty: EUR 1 }",
        "pension { value: EUR 5 method: PENSION_METHOD_ACCESSIBLE penalty: EUR 6 }",
        "income { value: EUR 5 }",
        "crops { watering: WATERING_RAIN }",
        "crops { kilograms: '5' watering: WATERING_RAIN price_per_kilogram: 'dear' }",
        "rikaz { }",
        "mine { value: XXX 5 }",
        "sheep { }",
        "sheep { count: -1 }",
        "sheep { count: 100001 }",
        "cattle { count: 40 prices { sheep: '5' } }",
        "camels { count: 40 prices { bint_labun: '5,0' } }",
        "fitr { heads: -5 kilograms_per_head: '0' }"}) {
      rows.ask(ASSET.formatted(asset));
    }
    rows.ask(FULL.formatted("assets { cash { value: EUR 5 } } assets { crypto { } }"));
    rows.ask(FULL.formatted("assets { } ".repeat(201)));
    rows.ask(FULL.formatted("assets { cash { value: EUR 92233720368547758 } } ".repeat(2)));
  }

  void askingWrongly() {
    rows.ask(
        CALL,
        FULL.formatted(""),
        "CalculateZakat full { assets { cash { value: EUR 5 } } }",
        "CalculateZakat full { currency: 'euro' assets { cash { value: EUR 5 } } }",
        "CalculateZakat full { currency: 'IDR' as_of: '1999-01-01' assets { cash { value: IDR 5 } } }",
        CASH.formatted("as_of: '2026-02-30'"),
        CASH.formatted("as_of: ''"),
        CASH.formatted("profile: ''"),
        CASH.formatted("profile: 'nobody'"),
        CASH.formatted("profile: '" + "x".repeat(201) + "'"),
        CASH.formatted("prices { gold: '0' }"),
        CASH.formatted("prices { gold: '1,000' silver: '-5' }"),
        CASH.formatted("settings { gold_nisab_grams: '0' }"),
        CASH.formatted("settings { silver_nisab_grams: 'much' }"),
        CASH.formatted("liabilities { }"),
        CASH.formatted("liabilities { debt { value: EUR 5 } }"),
        CASH.formatted("liabilities { debt { value: USD 5 due: DEBT_TERM_LATER } }"),
        CASH.formatted("liabilities { loan { monthly: EUR 5 } }"));
  }

  void years() {
    rows.ask(
        "CalculateHawl profile: 'aaoifi' nisab: USD 100 as_of: '2026-02-01'"
            + " balances { from: '2025-01-01' balance: USD 150 } balances { from: '2025-06-01' balance: USD 120 }",
        "CalculateHawl profile: 'uk-hanafi' settings { year: YEAR_KIND_SOLAR } nisab: USD 100"
            + " balances { from: '2025-01-01' balance: USD 50 }",
        "CalculateHawl",
        "CalculateHawl nisab: EUR 0 balances { from: '2025-01-01' balance: EUR 5 }",
        HAWL.formatted(""),
        HAWL.formatted("from: 'yesterday' balance: EUR 5"),
        HAWL.formatted("from: '2025-03-01'"),
        HAWL.formatted("from: '2025-03-01' balance: USD 5"),
        HAWL.formatted("from: '2025-03-01' balance: EUR 5") + " as_of: 'today' profile: 'nobody'",
        HAWL.formatted("from: '2025-03-01' balance: EUR 5") + " profile: 'nobody'",
        "CalculateHawl nisab: EUR 5 " + "balances { } ".repeat(1_001));
  }
  // spotless:on

  /** Fields and constants that a newer caller may know. */
  void unknown() {
    FullZakatQuestion question =
        ((CalculateZakatRequest) Rows.message(CALL, CASH.substring(CALL.length()).formatted("")))
            .getFull();
    unknown(
        "choices",
        question.toBuilder()
            .setSettings(
                ZakatSettings.newBuilder()
                    .setNisabBasisValue(9)
                    .setYearValue(9)
                    .setNisabComparisonValue(9)
                    .setRoundingValue(9)
                    .setDebtsValue(9)
                    .setWornJewelleryValue(9)));
    unknown(
        "kinds",
        question.toBuilder()
            .addAssets(Asset.newBuilder().setGold(GoldAsset.newBuilder().setUseValue(7)))
            .addAssets(
                Asset.newBuilder().setReceivable(ReceivableAsset.newBuilder().setQualityValue(77)))
            .addLiabilities(Liability.newBuilder().setDebt(Debt.newBuilder().setDueValue(12))));
    unknown("here", question.toBuilder().setUnknownFields(UNKNOWN));
    unknown(
        "among assets",
        question.toBuilder().addAssets(Asset.newBuilder().setUnknownFields(UNKNOWN)));
    unknown(
        "of an asset",
        question.toBuilder()
            .addAssets(
                Asset.newBuilder().setCash(CashAsset.newBuilder().setUnknownFields(UNKNOWN))));
    unknown(
        "beside an asset",
        question.toBuilder()
            .addAssets(question.getAssets(0).toBuilder().setUnknownFields(UNKNOWN)));
    rows.ask(
        "an unknown question",
        CALL,
        CalculateZakatRequest.newBuilder().setUnknownFields(UNKNOWN).build(),
        null);
  }

  private void unknown(String where, FullZakatQuestion.Builder question) {
    rows.ask(
        "what nobody knows: " + where,
        CALL,
        CalculateZakatRequest.newBuilder().setFull(question).build(),
        null);
  }
}
