package amanah.zakat.ingress.grpc;

import amanah.grpc.Requests;
import amanah.v1.CalculateZakatRequest;
import amanah.v1.PublishZakatPricesRequest;
import amanah.zakat.ingress.request.PriceRequests;
import amanah.zakat.ingress.request.QuestionRequests;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages whose callers say which of two things they mean, where HTTP has to go by the
 * fields; one that says nothing is read as HTTP reads it.
 */
final class Choosing {

  private Choosing() {}

  static QuestionRequests.Question question(CalculateZakatRequest request) {
    JsonNode body = Requests.body(request);
    return switch (request.getQuestionCase()) {
      case SIMPLE -> QuestionRequests.simple(body);
      case FULL, QUESTION_NOT_SET -> QuestionRequests.full(body);
    };
  }

  static PriceRequests.Publication publication(
      PublishZakatPricesRequest request, @Nullable String key) {
    JsonNode body = Requests.body(request);
    return switch (request.getPublicationCase()) {
      case NISAB -> PriceRequests.nisab(body, key);
      case METAL, PUBLICATION_NOT_SET -> PriceRequests.metal(body, key);
    };
  }
}
