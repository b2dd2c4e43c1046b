package amanah.zakat.ingress.grpc;

import amanah.zakat.domain.fund.Asnaf;
import amanah.zakat.domain.question.PastCalculation;
import amanah.zakat.domain.rule.DebtPolicy;
import amanah.zakat.domain.rule.NisabBasis;
import amanah.zakat.domain.rule.NisabComparison;
import amanah.zakat.domain.rule.Rounding;
import amanah.zakat.domain.rule.WornJewellery;
import amanah.zakat.domain.rule.YearKind;
import amanah.zakat.domain.wealth.AssetType;

/** The constants of the rules in the words of the protocol. */
final class Choices {

  private Choices() {}

  static amanah.v1.AssetType of(AssetType choice) {
    return switch (choice) {
      case CASH -> amanah.v1.AssetType.ASSET_TYPE_CASH;
      case GOLD -> amanah.v1.AssetType.ASSET_TYPE_GOLD;
      case SILVER -> amanah.v1.AssetType.ASSET_TYPE_SILVER;
      case BUSINESS -> amanah.v1.AssetType.ASSET_TYPE_BUSINESS;
      case RECEIVABLE -> amanah.v1.AssetType.ASSET_TYPE_RECEIVABLE;
      case SHARES -> amanah.v1.AssetType.ASSET_TYPE_SHARES;
      case PENSION -> amanah.v1.AssetType.ASSET_TYPE_PENSION;
      case CRYPTO -> amanah.v1.AssetType.ASSET_TYPE_CRYPTO;
      case INCOME -> amanah.v1.AssetType.ASSET_TYPE_INCOME;
      case CROPS -> amanah.v1.AssetType.ASSET_TYPE_CROPS;
      case RIKAZ -> amanah.v1.AssetType.ASSET_TYPE_RIKAZ;
      case MINE -> amanah.v1.AssetType.ASSET_TYPE_MINE;
      case SHEEP -> amanah.v1.AssetType.ASSET_TYPE_SHEEP;
      case CATTLE -> amanah.v1.AssetType.ASSET_TYPE_CATTLE;
      case CAMELS -> amanah.v1.AssetType.ASSET_TYPE_CAMELS;
      case FITR -> amanah.v1.AssetType.ASSET_TYPE_FITR;
    };
  }

  static amanah.v1.NisabBasis of(NisabBasis choice) {
    return switch (choice) {
      case GOLD -> amanah.v1.NisabBasis.NISAB_BASIS_GOLD;
      case SILVER -> amanah.v1.NisabBasis.NISAB_BASIS_SILVER;
      case LOWER_OF_TWO -> amanah.v1.NisabBasis.NISAB_BASIS_LOWER_OF_TWO;
    };
  }

  static amanah.v1.YearKind of(YearKind choice) {
    return switch (choice) {
      case LUNAR -> amanah.v1.YearKind.YEAR_KIND_LUNAR;
      case SOLAR -> amanah.v1.YearKind.YEAR_KIND_SOLAR;
    };
  }

  static amanah.v1.NisabComparison of(NisabComparison choice) {
    return switch (choice) {
      case INCLUSIVE -> amanah.v1.NisabComparison.NISAB_COMPARISON_INCLUSIVE;
      case EXCLUSIVE -> amanah.v1.NisabComparison.NISAB_COMPARISON_EXCLUSIVE;
    };
  }

  static amanah.v1.Rounding of(Rounding choice) {
    return switch (choice) {
      case CEILING -> amanah.v1.Rounding.ROUNDING_CEILING;
      case HALF_UP -> amanah.v1.Rounding.ROUNDING_HALF_UP;
      case FLOOR -> amanah.v1.Rounding.ROUNDING_FLOOR;
    };
  }

  static amanah.v1.DebtPolicy of(DebtPolicy choice) {
    return switch (choice) {
      case NONE -> amanah.v1.DebtPolicy.DEBT_POLICY_NONE;
      case DUE_NOW -> amanah.v1.DebtPolicy.DEBT_POLICY_DUE_NOW;
      case NEXT_12_MONTHS -> amanah.v1.DebtPolicy.DEBT_POLICY_NEXT_12_MONTHS;
      case ALL -> amanah.v1.DebtPolicy.DEBT_POLICY_ALL;
    };
  }

  static amanah.v1.WornJewellery of(WornJewellery choice) {
    return switch (choice) {
      case DUE -> amanah.v1.WornJewellery.WORN_JEWELLERY_DUE;
      case EXEMPT -> amanah.v1.WornJewellery.WORN_JEWELLERY_EXEMPT;
    };
  }

  static amanah.v1.Asnaf of(Asnaf choice) {
    return switch (choice) {
      case FUQARA -> amanah.v1.Asnaf.ASNAF_FUQARA;
      case MASAKIN -> amanah.v1.Asnaf.ASNAF_MASAKIN;
      case AMIL -> amanah.v1.Asnaf.ASNAF_AMIL;
      case MUALLAFAH -> amanah.v1.Asnaf.ASNAF_MUALLAFAH;
      case RIQAB -> amanah.v1.Asnaf.ASNAF_RIQAB;
      case GHARIMIN -> amanah.v1.Asnaf.ASNAF_GHARIMIN;
      case FI_SABILILLAH -> amanah.v1.Asnaf.ASNAF_FI_SABILILLAH;
      case IBN_SABIL -> amanah.v1.Asnaf.ASNAF_IBN_SABIL;
    };
  }

  static amanah.v1.CalculationKind of(PastCalculation.Kind choice) {
    return switch (choice) {
      case SIMPLE -> amanah.v1.CalculationKind.CALCULATION_KIND_SIMPLE;
      case FULL -> amanah.v1.CalculationKind.CALCULATION_KIND_FULL;
    };
  }
}
