package amanah.zakat.ingress.http;

import amanah.http.Exchange;
import amanah.http.Pages;
import amanah.http.Responses;
import amanah.zakat.application.ZakatQuestions;
import amanah.zakat.ingress.request.HawlRequests;
import amanah.zakat.ingress.request.PageRequests;
import amanah.zakat.ingress.request.QuestionRequests;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The calls about what is due, and about what was calculated. */
final class CalculationCalls {

  private final ZakatQuestions questions;

  CalculationCalls(ZakatQuestions questions) {
    this.questions = questions;
  }

  CompletionStage<HttpResponse> calculate(Exchange exchange) {
    return switch (QuestionRequests.question(exchange.json())) {
      case QuestionRequests.Simple simple ->
          Answers.ok(
              questions.calculate(simple.question()),
              exchange,
              answer -> json -> AnswerJson.write(json, answer));
      case QuestionRequests.Full full ->
          Answers.ok(
              questions.calculate(full.question()),
              exchange,
              answer -> json -> AnswerJson.write(json, answer));
    };
  }

  CompletionStage<HttpResponse> hawl(Exchange exchange) {
    return Answers.ok(
        questions.hawl(HawlRequests.question(exchange.json())),
        exchange,
        hawl -> json -> HawlJson.write(json, hawl));
  }

  CompletionStage<HttpResponse> profiles(Exchange exchange) {
    return CompletableFuture.completedFuture(
        Responses.json(
            HttpStatus.OK,
            exchange,
            json -> Pages.write(json, questions.profiles(), ProfileJson::write, Optional.empty())));
  }

  CompletionStage<HttpResponse> history(Exchange exchange) {
    return Answers.ok(
        questions.history(PageRequests.limit(exchange.query())),
        exchange,
        calculations ->
            json -> Pages.write(json, calculations, StatisticsJson::write, Optional.empty()));
  }

  CompletionStage<HttpResponse> statistics(Exchange exchange) {
    return Answers.ok(
        questions.statistics(), exchange, known -> json -> StatisticsJson.write(json, known));
  }

  CompletionStage<HttpResponse> clearCache(Exchange exchange) {
    exchange.requireNothing();
    return Answers.ok(
        questions.clearCache(),
        exchange,
        count ->
            json -> {
              json.writeStartObject();
              json.writeNumberField("cleared", count);
              json.writeEndObject();
            });
  }

  CompletionStage<HttpResponse> reset(Exchange exchange) {
    exchange.requireNothing();
    return Answers.ok(
        questions.reset(), exchange, known -> json -> StatisticsJson.write(json, known));
  }
}
