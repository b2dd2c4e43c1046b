package amanah.zakat.ingress.http;

import amanah.http.Exchange;
import amanah.http.Fields;
import amanah.http.Pages;
import amanah.http.Responses;
import amanah.http.UsedName;
import amanah.zakat.application.Reply;
import amanah.zakat.application.ZakatQuestions;
import amanah.zakat.domain.book.LedgerPlace;
import amanah.zakat.domain.fund.Distribution;
import amanah.zakat.domain.fund.DistributionReceipt;
import amanah.zakat.domain.fund.Fund;
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
    Fields query = exchange.query();
    Instant asOf = query.time("asOf");
    query.errors().refuseIfAny();
    CompletionStage<Reply<Fund>> fund = asOf == null ? questions.fund() : questions.fund(asOf);
    return Answers.ok(
        fund, exchange, known -> json -> FundJson.write(json, known, Optional.ofNullable(asOf)));
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
    Fields query = exchange.query();
    Optional<Instant> asOf = Optional.ofNullable(query.time("asOf"));
    int limit = Pages.limit(query);
    Optional<Long> before = Pages.place(query, Long::valueOf);
    query.errors().refuseIfAny();
    return Answers.ok(
        questions.distributions(asOf, before, limit),
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
    Fields query = exchange.query();
    Optional<Instant> asOf = Optional.ofNullable(query.time("asOf"));
    int limit = Pages.limit(query);
    Optional<LedgerPlace> before = Pages.place(query, LedgerPlace::parse);
    query.errors().refuseIfAny();
    return Answers.ok(
        questions.ledger(asOf, before, limit),
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
