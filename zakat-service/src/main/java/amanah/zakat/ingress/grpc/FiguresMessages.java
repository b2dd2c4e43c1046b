package amanah.zakat.ingress.grpc;

import amanah.grpc.Messages;
import amanah.v1.IncomeNisab;
import amanah.v1.IncomeNisabAmounts;
import amanah.v1.IncomeNisabOfWealth;
import amanah.v1.UsedFigures;
import amanah.v1.UsedPrice;
import amanah.v1.UsedPrices;
import amanah.v1.ZakatSettings;
import amanah.zakat.domain.question.EffectiveSettings;
import amanah.zakat.domain.rule.Source;
import amanah.zakat.domain.rule.Sourced;
import java.util.Currency;

/** Writes the dated figures and the settings that an answer was computed with. */
final class FiguresMessages {

  private FiguresMessages() {}

  static UsedFigures figures(amanah.zakat.domain.question.UsedFigures figures, Currency currency) {
    UsedPrices.Builder prices = UsedPrices.newBuilder();
    figures.prices().gold().ifPresent(gold -> prices.setGold(price(gold, currency)));
    figures.prices().silver().ifPresent(silver -> prices.setSilver(price(silver, currency)));
    UsedFigures.Builder message =
        UsedFigures.newBuilder()
            .setAsOf(figures.asOf().toString())
            .setPrices(prices)
            .setSettings(settings(figures.settings()));
    figures.incomeNisab().ifPresent(nisab -> message.setIncomeNisab(incomeNisab(nisab)));
    return message.build();
  }

  /** Per gram; without a day when the request gave it. */
  private static UsedPrice price(amanah.zakat.domain.question.UsedPrice price, Currency currency) {
    UsedPrice.Builder message =
        UsedPrice.newBuilder()
            .setPerGram(price.perGram().toPlainString())
            .setCurrency(currency.getCurrencyCode());
    price.day().ifPresent(day -> message.setDay(day.toString()));
    if (price.stale()) {
      message.setStale(true);
    }
    return message.build();
  }

  static IncomeNisab incomeNisab(Sourced<amanah.zakat.domain.rule.IncomeNisab> nisab) {
    IncomeNisab.Builder message = IncomeNisab.newBuilder().setSource(source(nisab.source()));
    switch (nisab.value()) {
      case amanah.zakat.domain.rule.IncomeNisab.Published published ->
          message.setPublished(amounts(published));
      case amanah.zakat.domain.rule.IncomeNisab.OfWealth ofWealth ->
          message.setOfWealth(IncomeNisabOfWealth.getDefaultInstance());
    }
    return message.build();
  }

  /** A published pair. */
  static IncomeNisabAmounts amounts(amanah.zakat.domain.rule.IncomeNisab.Published nisab) {
    return IncomeNisabAmounts.newBuilder()
        .setYear(Messages.money(nisab.year()))
        .setMonth(Messages.money(nisab.month()))
        .build();
  }

  static amanah.v1.Source source(Source source) {
    return switch (source) {
      case Source.Published published ->
          amanah.v1.Source.newBuilder()
              .setTitle(published.title())
              .setDate(published.date())
              .build();
      case Source.Requested requested ->
          amanah.v1.Source.newBuilder().setTitle(requested.toString()).build();
    };
  }

  private static ZakatSettings settings(EffectiveSettings settings) {
    return ZakatSettings.newBuilder()
        .setNisabBasis(Choices.of(settings.nisabBasis()))
        .setGoldNisabGrams(settings.goldNisabGrams().toPlainString())
        .setSilverNisabGrams(settings.silverNisabGrams().toPlainString())
        .setYear(Choices.of(settings.year()))
        .setNisabComparison(Choices.of(settings.nisabComparison()))
        .setRounding(Choices.of(settings.rounding()))
        .setDebts(Choices.of(settings.debts()))
        .setWornJewellery(Choices.of(settings.wornJewellery()))
        .build();
  }
}
