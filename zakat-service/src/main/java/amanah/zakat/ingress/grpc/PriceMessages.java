package amanah.zakat.ingress.grpc;

import amanah.grpc.Messages;
import amanah.v1.MetalPrices;
import amanah.v1.NisabFigure;
import amanah.v1.PublishZakatPricesResponse;
import amanah.v1.WithdrawZakatPricesResponse;
import amanah.v1.ZakatPriceList;
import amanah.zakat.application.Reply;
import amanah.zakat.domain.price.PriceList;
import amanah.zakat.domain.price.PublicationReceipt;
import amanah.zakat.domain.price.RecordedPublication;
import java.math.BigDecimal;

/** Writes prices and published figures, each with the day from which on it counts. */
final class PriceMessages {

  private PriceMessages() {}

  /** What was published, and what counts on its day now. */
  static PublishZakatPricesResponse receipt(Reply.Done<PublicationReceipt> done) {
    RecordedPublication recorded = done.value().recorded();
    PublishZakatPricesResponse.Builder message =
        PublishZakatPricesResponse.newBuilder()
            .setPublicationId(recorded.publicationId().value())
            .setPublishedAt(Messages.time(recorded.at()))
            .setPublishedVersion(recorded.publication().version())
            .setPrices(list(done.value().prices()))
            .setReplayed(done.replayed());
    recorded.withdrawnFrom().ifPresent(from -> message.setWithdrawnFrom(from.toString()));
    return message.build();
  }

  /** What is withdrawn, and what counts in its place from then on. */
  static WithdrawZakatPricesResponse withdrawal(Reply.Done<PublicationReceipt> done) {
    RecordedPublication recorded = done.value().recorded();
    return WithdrawZakatPricesResponse.newBuilder()
        .setPublicationId(recorded.publicationId().value())
        .setPublishedAt(Messages.time(recorded.at()))
        .setPublishedVersion(recorded.publication().version())
        .setWithdrawnFrom(recorded.withdrawnFrom().orElseThrow().toString())
        .setPrices(list(done.value().prices()))
        .setReplayed(done.replayed())
        .build();
  }

  static ZakatPriceList list(PriceList list) {
    ZakatPriceList.Builder message =
        ZakatPriceList.newBuilder().setVersion(list.version()).setAsOf(list.asOf().toString());
    list.prices().forEach(prices -> message.addPrices(metal(prices)));
    list.nisabs().forEach(figure -> message.addNisabs(nisab(figure)));
    return message.build();
  }

  private static MetalPrices metal(amanah.zakat.domain.price.MetalPrices prices) {
    MetalPrices.Builder message =
        MetalPrices.newBuilder()
            .setCurrency(prices.currency().getCurrencyCode())
            .setDay(prices.day().toString());
    prices.perGram().gold().map(BigDecimal::toPlainString).ifPresent(message::setGold);
    prices.perGram().silver().map(BigDecimal::toPlainString).ifPresent(message::setSilver);
    return message.build();
  }

  private static NisabFigure nisab(amanah.zakat.domain.price.NisabFigure figure) {
    return NisabFigure.newBuilder()
        .setProfile(figure.profile())
        .setDay(figure.day().toString())
        .setNisab(FiguresMessages.amounts(figure.nisab()))
        .setSource(FiguresMessages.source(figure.source()))
        .build();
  }
}
