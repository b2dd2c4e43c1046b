package amanah.zakat.ingress.grpc;

import amanah.http.Words;
import amanah.money.Share;
import amanah.v1.SourcedValue;
import amanah.v1.ZakatProfile;
import amanah.v1.ZakatRules;
import amanah.zakat.domain.rule.CropRule;
import amanah.zakat.domain.rule.IncomeRule;
import amanah.zakat.domain.rule.InputRule;
import amanah.zakat.domain.rule.InvestmentRule;
import amanah.zakat.domain.rule.MineRule;
import amanah.zakat.domain.rule.NisabRule;
import amanah.zakat.domain.rule.RuleSet;
import amanah.zakat.domain.rule.Sourced;
import amanah.zakat.domain.rule.YearRule;
import amanah.zakat.rules.Profile;
import java.math.BigDecimal;

/** Writes rule profiles: every number and every choice with its source. */
final class ProfileMessages {

  private ProfileMessages() {}

  static ZakatProfile profile(Profile profile) {
    return ZakatProfile.newBuilder()
        .setProfile(profile.rules().id().profile())
        .setVersion(profile.rules().id().version())
        .setDescription(profile.description())
        .setRules(rules(profile.rules()))
        .build();
  }

  private static ZakatRules rules(RuleSet rules) {
    return ZakatRules.newBuilder()
        .setNisab(nisab(rules.nisab()))
        .setYear(year(rules.year()))
        .setHawl(choice(rules.hawl()))
        .setRounding(choice(rules.rounding()))
        .setDebts(choice(rules.debts()))
        .setWornJewellery(choice(rules.wornJewellery()))
        .setInvestments(investments(rules.investments()))
        .setIncome(income(rules.income()))
        .setCrops(crops(rules.crops()))
        .setRikazRate(share(rules.rikazRate()))
        .setMines(mines(rules.mines()))
        .setCamels(choice(rules.camels()))
        .setFitrKilograms(number(rules.fitrKilograms()))
        .setInputs(inputs(rules.inputs()))
        .build();
  }

  private static amanah.v1.NisabRule nisab(NisabRule nisab) {
    return amanah.v1.NisabRule.newBuilder()
        .setBasis(choice(nisab.basis()))
        .setGoldGrams(number(nisab.goldGrams()))
        .setSilverGrams(number(nisab.silverGrams()))
        .setComparison(choice(nisab.comparison()))
        .setMetalAlone(choice(nisab.metalAlone()))
        .build();
  }

  private static amanah.v1.YearRule year(YearRule year) {
    return amanah.v1.YearRule.newBuilder()
        .setKind(choice(year.kind()))
        .setLunarRate(share(year.lunarRate()))
        .setSolarRate(share(year.solarRate()))
        .build();
  }

  private static amanah.v1.InvestmentRule investments(InvestmentRule investments) {
    return amanah.v1.InvestmentRule.newBuilder()
        .setLongTermShares(choice(investments.longTermShares()))
        .setSharesProxy(share(investments.sharesProxy()))
        .setPensionProxy(share(investments.pensionProxy()))
        .build();
  }

  private static amanah.v1.IncomeRule income(IncomeRule income) {
    return amanah.v1.IncomeRule.newBuilder()
        .setRate(share(income.rate()))
        .setBase(choice(income.base()))
        .setNisab(FiguresMessages.incomeNisab(income.nisab()))
        .build();
  }

  private static amanah.v1.CropRule crops(CropRule crops) {
    return amanah.v1.CropRule.newBuilder()
        .setNisabKilograms(number(crops.nisabKilograms()))
        .setRainRate(share(crops.rainRate()))
        .setIrrigatedRate(share(crops.irrigatedRate()))
        .setMixedRate(share(crops.mixedRate()))
        .build();
  }

  private static amanah.v1.MineRule mines(MineRule mines) {
    return amanah.v1.MineRule.newBuilder()
        .setRate(share(mines.rate()))
        .setNisab(choice(mines.nisab()))
        .build();
  }

  private static amanah.v1.InputRule inputs(InputRule inputs) {
    return amanah.v1.InputRule.newBuilder()
        .setPriceAgeMaxDays(
            sourced(Integer.toString(inputs.priceAgeMax().value().daysMax()), inputs.priceAgeMax()))
        .setUnusedFields(choice(inputs.unusedFields()))
        .build();
  }

  private static SourcedValue choice(Sourced<? extends Enum<?>> choice) {
    return sourced(Words.of(choice.value()), choice);
  }

  private static SourcedValue number(Sourced<BigDecimal> number) {
    return sourced(number.value().toPlainString(), number);
  }

  private static SourcedValue share(Sourced<Share> share) {
    return sourced(Numbers.share(share.value()), share);
  }

  private static SourcedValue sourced(String value, Sourced<?> sourced) {
    return SourcedValue.newBuilder()
        .setValue(value)
        .setSource(FiguresMessages.source(sourced.source()))
        .build();
  }
}
