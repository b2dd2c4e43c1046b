package amanah.zakat.ingress.http;

import amanah.http.Exchange;
import amanah.http.Responses;
import amanah.zakat.application.Reply;
import amanah.zakat.application.ZakatQuestions;
import amanah.zakat.domain.price.PriceList;
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
    return switch (PriceRequests.publication(exchange.json())) {
      case PriceRequests.Metal metal -> published(questions.publish(metal.prices()), exchange);
      case PriceRequests.Nisab nisab -> published(questions.publish(nisab.figure()), exchange);
    };
  }

  private static CompletionStage<HttpResponse> published(
      CompletionStage<Reply<PriceList>> published, Exchange exchange) {
    return Answers.of(
        published,
        exchange,
        done ->
            Responses.json(
                Responses.replaced(done.replayed(), exchange),
                json -> PriceJson.write(json, done.value())));
  }
}
