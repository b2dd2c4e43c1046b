package amanah.zakat.ingress.grpc;

import amanah.grpc.Messages;
import amanah.v1.ListCalculationsResponse;
import amanah.v1.PastCalculation;
import amanah.v1.ZakatStatistics;
import amanah.zakat.domain.statistics.Statistics;
import java.util.List;

/** Writes what was calculated. */
final class StatisticsMessages {

  private StatisticsMessages() {}

  static ZakatStatistics statistics(Statistics statistics) {
    return ZakatStatistics.newBuilder()
        .setTotalCalculations(statistics.totalCalculations())
        .addAllTotalZakat(Numbers.totals(statistics.totalZakat()))
        .setCacheHits(statistics.cacheHits())
        .setCacheMisses(statistics.cacheMisses())
        .setCacheHitRate(statistics.cacheHitRate().toPlainString())
        .setCacheSize(statistics.cacheSize())
        .addAllCollected(Numbers.totals(statistics.collected()))
        .build();
  }

  static ListCalculationsResponse calculations(
      List<amanah.zakat.domain.question.PastCalculation> calculations) {
    return ListCalculationsResponse.newBuilder()
        .addAllItems(calculations.stream().map(StatisticsMessages::calculation).toList())
        .build();
  }

  private static PastCalculation calculation(
      amanah.zakat.domain.question.PastCalculation calculation) {
    return PastCalculation.newBuilder()
        .setAt(Messages.time(calculation.at()))
        .setKind(Choices.of(calculation.kind()))
        .setZakat(Messages.money(calculation.zakat()))
        .setCached(calculation.cached())
        .build();
  }
}
