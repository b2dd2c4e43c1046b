package amanah.zakat.ingress.grpc;

import amanah.grpc.Messages;
import amanah.http.Pages;
import amanah.v1.LedgerDistribution;
import amanah.v1.LedgerReport;
import amanah.v1.ListFundLedgerResponse;
import amanah.zakat.domain.book.CampaignReport;
import amanah.zakat.domain.book.LedgerEntry;
import amanah.zakat.domain.book.LedgerPage;
import amanah.zakat.domain.book.LedgerPlace;
import amanah.zakat.domain.fund.Distribution;

/** Writes what came into the fund and what left it. */
final class LedgerMessages {

  private LedgerMessages() {}

  static ListFundLedgerResponse page(LedgerPage page) {
    ListFundLedgerResponse.Builder message = ListFundLedgerResponse.newBuilder();
    page.entries().forEach(entry -> message.addItems(entry(entry)));
    page.before().map(LedgerPlace::toString).map(Pages::cursor).ifPresent(message::setNextCursor);
    return message.build();
  }

  private static amanah.v1.LedgerEntry entry(LedgerEntry entry) {
    amanah.v1.LedgerEntry.Builder message =
        amanah.v1.LedgerEntry.newBuilder()
            .setAt(Messages.time(entry.at()))
            .setSequence(entry.place().sequence());
    switch (entry) {
      case LedgerEntry.Reported reported -> message.setReport(report(reported.report()));
      case LedgerEntry.Distributed given ->
          message.setDistribution(distribution(given.distribution()));
    }
    return message.build();
  }

  private static LedgerReport report(CampaignReport report) {
    return LedgerReport.newBuilder()
        .setCampaignId(report.campaignId().value())
        .setAfter(report.after())
        .setUpTo(report.upTo())
        .setCollected(Messages.money(report.collected()))
        .setRefunded(Messages.money(report.refunded()))
        .build();
  }

  private static LedgerDistribution distribution(Distribution distribution) {
    LedgerDistribution.Builder message =
        LedgerDistribution.newBuilder()
            .setDistributionId(distribution.distributionId().value())
            .setAsnaf(Choices.of(distribution.asnaf()))
            .setAmount(Messages.money(distribution.amount()));
    distribution.recipient().ifPresent(message::setRecipient);
    distribution.note().ifPresent(message::setNote);
    return message.build();
  }
}
