package amanah.zakat.ingress.http;

import amanah.http.Exchange;
import amanah.http.Responses;
import amanah.http.UsedName;
import amanah.id.PublicationId;
import amanah.zakat.application.Reply;
import amanah.zakat.application.ZakatQuestions;
import amanah.zakat.domain.price.PublicationReceipt;
import amanah.zakat.ingress.request.PriceRequests;
import com.linecorp.armeria.common.HttpResponse;
import java.util.concurrent.CompletionStage;

/** The calls about prices of metal and published figures. */
final class PriceCalls {

  private final ZakatQuestions questions;

  PriceCalls(ZakatQuestions questions) {
    this.questions = questions;
  }

  CompletionStage<HttpResponse> get(Exchange exchange) {
    return Answers.ok(
        questions.prices(PriceRequests.asOf(exchange.query())),
        exchange,
        prices -> json -> PriceJson.write(json, prices));
  }

  CompletionStage<HttpResponse> publish(Exchange exchange) {
    PriceRequests.Publication publication =
        PriceRequests.publication(exchange.json(), exchange.idempotencyKey());
    PublicationId publicationId = publication.publicationId();
    new UsedName("publicationId", publicationId.value()).keepIn(exchange.context());
    return switch (publication) {
      case PriceRequests.Metal metal ->
          published(questions.publish(publicationId, metal.prices()), exchange);
      case PriceRequests.Nisab nisab ->
          published(questions.publish(publicationId, nisab.figure()), exchange);
    };
  }

  CompletionStage<HttpResponse> withdraw(Exchange exchange) {
    exchange.requireNothing();
    PublicationId publicationId = exchange.pathId("publicationId", PublicationId::of);
    return published(
        questions.withdraw(publicationId, PriceRequests.from(exchange.query())), exchange);
  }

  private static CompletionStage<HttpResponse> published(
      CompletionStage<Reply<PublicationReceipt>> published, Exchange exchange) {
    return Answers.of(
        published,
        exchange,
        done ->
            Responses.json(
                Responses.replaced(done.replayed(), exchange),
                json -> PriceJson.write(json, done.value())));
  }
}
