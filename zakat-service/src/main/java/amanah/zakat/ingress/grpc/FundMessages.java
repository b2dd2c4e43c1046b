package amanah.zakat.ingress.grpc;

import amanah.grpc.Messages;
import amanah.http.Pages;
import amanah.v1.CurrencyFund;
import amanah.v1.DistributeZakatResponse;
import amanah.v1.Distribution;
import amanah.v1.GetZakatFundResponse;
import amanah.v1.GivenToAsnaf;
import amanah.v1.ListDistributionsResponse;
import amanah.zakat.application.Reply;
import amanah.zakat.domain.fund.DistributionPage;
import amanah.zakat.domain.fund.DistributionReceipt;
import amanah.zakat.domain.fund.Fund;
import amanah.zakat.domain.fund.RecordedDistribution;
import java.time.Instant;
import java.util.Optional;

/** Writes the fund, and what was given from it. */
final class FundMessages {

  private FundMessages() {}

  /** The whole fund, at a time if one was asked for. */
  static GetZakatFundResponse fund(Fund fund, Optional<Instant> asOf) {
    GetZakatFundResponse.Builder message = GetZakatFundResponse.newBuilder();
    asOf.ifPresent(time -> message.setAsOf(Messages.time(time)));
    fund.inOrder().forEach(currency -> message.addCurrencies(currency(currency)));
    return message.build();
  }

  static DistributeZakatResponse receipt(Reply.Done<DistributionReceipt> done) {
    RecordedDistribution recorded = done.value().recorded();
    amanah.zakat.domain.fund.Distribution distribution = recorded.distribution();
    DistributeZakatResponse.Builder message =
        DistributeZakatResponse.newBuilder()
            .setDistributionId(distribution.distributionId().value())
            .setAsnaf(Choices.of(distribution.asnaf()))
            .setAmount(Messages.money(distribution.amount()))
            .setAt(Messages.time(recorded.at()))
            .setSequence(recorded.sequence())
            .setReplayed(done.replayed())
            .setFund(currency(done.value().fund()));
    distribution.recipient().ifPresent(message::setRecipient);
    distribution.note().ifPresent(message::setNote);
    return message.build();
  }

  static ListDistributionsResponse page(DistributionPage page) {
    ListDistributionsResponse.Builder message = ListDistributionsResponse.newBuilder();
    page.distributions().forEach(recorded -> message.addItems(distribution(recorded)));
    page.before().map(String::valueOf).map(Pages::cursor).ifPresent(message::setNextCursor);
    return message.build();
  }

  private static Distribution distribution(RecordedDistribution recorded) {
    amanah.zakat.domain.fund.Distribution distribution = recorded.distribution();
    Distribution.Builder message =
        Distribution.newBuilder()
            .setDistributionId(distribution.distributionId().value())
            .setAsnaf(Choices.of(distribution.asnaf()))
            .setAmount(Messages.money(distribution.amount()))
            .setAt(Messages.time(recorded.at()))
            .setSequence(recorded.sequence());
    distribution.recipient().ifPresent(message::setRecipient);
    distribution.note().ifPresent(message::setNote);
    return message.build();
  }

  private static CurrencyFund currency(amanah.zakat.domain.fund.CurrencyFund fund) {
    CurrencyFund.Builder message =
        CurrencyFund.newBuilder()
            .setCurrency(fund.currency().getCurrencyCode())
            .setCollected(Numbers.total(fund.collected()))
            .setRefunded(Numbers.total(fund.refunded()))
            .setNet(Numbers.total(fund.net()))
            .setDistributedInAll(Numbers.total(fund.distributedInAll()))
            .setAvailable(Numbers.total(fund.available()))
            .setAmilCap(Numbers.total(fund.amilCap()));
    fund.distributed()
        .forEach(
            (asnaf, total) ->
                message.addDistributed(
                    GivenToAsnaf.newBuilder()
                        .setAsnaf(Choices.of(asnaf))
                        .setAmount(Numbers.total(total))));
    return message.build();
  }
}
