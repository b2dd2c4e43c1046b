package amanah.zakat.ingress.http;

import amanah.http.Exchange;
import amanah.http.Responses;
import amanah.http.UsedName;
import amanah.id.AssessmentId;
import amanah.zakat.application.Reply;
import amanah.zakat.application.ZakatQuestions;
import amanah.zakat.domain.assessment.Assessment;
import amanah.zakat.domain.assessment.AssessmentRequest;
import amanah.zakat.ingress.request.QuestionRequests;
import amanah.zakat.receipt.ReceiptPage;
import amanah.zakat.rules.Profiles;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The calls about one donor's zakat, kept for ever. */
final class AssessmentCalls {

  private static final MediaType HTML = MediaType.parse(ReceiptPage.CONTENT_TYPE);

  /** A receipt loads nothing and runs nothing; it names somebody's wealth, so nobody keeps it. */
  private static final String RECEIPT_POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  private static final String NOT_KEPT = "private, no-store";

  private final ZakatQuestions questions;
  private final Profiles profiles;
  private final Supplier<String> ids;

  AssessmentCalls(ZakatQuestions questions, Profiles profiles, Supplier<String> ids) {
    this.questions = questions;
    this.profiles = profiles;
    this.ids = ids;
  }

  CompletionStage<HttpResponse> assess(Exchange exchange) {
    AssessmentRequest request =
        QuestionRequests.assessment(exchange.json(), exchange.idempotencyKey(), ids);
    new UsedName("assessmentId", request.assessmentId().value()).keepIn(exchange.context());
    return Answers.of(questions.assess(request), exchange, done -> assessed(exchange, done));
  }

  CompletionStage<HttpResponse> get(Exchange exchange) {
    return Answers.ok(
        questions.assessment(assessmentId(exchange)),
        exchange,
        assessment -> json -> AssessmentJson.write(json, assessment));
  }

  CompletionStage<HttpResponse> receipt(Exchange exchange) {
    return Answers.of(
        questions.assessment(assessmentId(exchange)),
        exchange,
        done -> receipt(exchange, done.value()));
  }

  private static AssessmentId assessmentId(Exchange exchange) {
    return exchange.pathId("assessmentId", AssessmentId::of);
  }

  private static HttpResponse assessed(Exchange exchange, Reply.Done<Assessment> done) {
    AssessmentId assessmentId = done.value().request().assessmentId();
    return Responses.json(
        Responses.created(done.replayed(), exchange)
            .set(HttpHeaderNames.LOCATION, "/v1/zakat/assessments/" + assessmentId),
        json -> AssessmentJson.write(json, done.value()));
  }

  private HttpResponse receipt(Exchange exchange, Assessment assessment) {
    String page =
        ReceiptPage.of(assessment, profiles.find(assessment.answer().calculation().rules()));
    return HttpResponse.of(
        Responses.headers(HttpStatus.OK, exchange.identity())
            .contentType(HTML)
            .set(HttpHeaderNames.CONTENT_SECURITY_POLICY, RECEIPT_POLICY)
            .set(HttpHeaderNames.X_CONTENT_TYPE_OPTIONS, "nosniff")
            .set(HttpHeaderNames.CACHE_CONTROL, NOT_KEPT)
            .build(),
        HttpData.ofUtf8(page));
  }
}
