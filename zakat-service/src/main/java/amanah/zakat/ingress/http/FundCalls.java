package amanah.zakat.ingress.http;

import amanah.http.Exchange;
import amanah.http.Pages;
import amanah.http.Responses;
import amanah.http.UsedName;
import amanah.zakat.application.Reply;
import amanah.zakat.application.ZakatQuestions;
import amanah.zakat.domain.book.LedgerPlace;
import amanah.zakat.domain.fund.Distribution;
import amanah.zakat.domain.fund.DistributionReceipt;
import amanah.zakat.ingress.request.DistributionRequests;
import amanah.zakat.ingress.request.FundRequests;
import amanah.zakat.ingress.request.PageRequests;
import com.linecorp.armeria.common.HttpResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The calls about the fund, and about what is given from it. */
final class FundCalls {

  private final ZakatQuestions questions;
  private final Supplier<String> ids;

  FundCalls(ZakatQuestions questions, Supplier<String> ids) {
    this.questions = questions;
    this.ids = ids;
  }

  CompletionStage<HttpResponse> get(Exchange exchange) {
    Optional<Instant> asOf = FundRequests.asOf(exchange.query());
    return Answers.ok(
        asOf.map(questions::fund).orElseGet(questions::fund),
        exchange,
        known -> json -> FundJson.write(json, known, asOf));
  }

  CompletionStage<HttpResponse> distribute(Exchange exchange) {
    Distribution distribution =
        DistributionRequests.distribution(exchange.json(), exchange.idempotencyKey(), ids);
    new UsedName("distributionId", distribution.distributionId().value())
        .keepIn(exchange.context());
    return Answers.of(
        questions.distribute(distribution), exchange, done -> distributed(exchange, done));
  }

  private static HttpResponse distributed(Exchange exchange, Reply.Done<DistributionReceipt> done) {
    return Responses.json(
        Responses.created(done.replayed(), exchange), json -> FundJson.write(json, done.value()));
  }

  CompletionStage<HttpResponse> distributions(Exchange exchange) {
    PageRequests.Page<Long> wanted = FundRequests.distributions(exchange.query());
    return Answers.ok(
        questions.distributions(wanted.asOf(), wanted.before(), wanted.limit()),
        exchange,
        page ->
            json ->
                Pages.write(
                    json,
                    page.distributions(),
                    FundJson::write,
                    page.before().map(String::valueOf)));
  }

  CompletionStage<HttpResponse> ledger(Exchange exchange) {
    PageRequests.Page<LedgerPlace> wanted = FundRequests.ledger(exchange.query());
    return Answers.ok(
        questions.ledger(wanted.asOf(), wanted.before(), wanted.limit()),
        exchange,
        page ->
            json ->
                Pages.write(
                    json,
                    page.entries(),
                    LedgerJson::write,
                    page.before().map(LedgerPlace::toString)));
  }
}
