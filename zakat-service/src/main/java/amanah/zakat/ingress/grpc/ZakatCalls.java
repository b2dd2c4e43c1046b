package amanah.zakat.ingress.grpc;

import amanah.grpc.GrpcCall;
import amanah.grpc.Requests;
import amanah.id.AssessmentId;
import amanah.id.PublicationId;
import amanah.v1.AssessZakatRequest;
import amanah.v1.AssessZakatResponse;
import amanah.v1.CalculateHawlRequest;
import amanah.v1.CalculateHawlResponse;
import amanah.v1.CalculateZakatRequest;
import amanah.v1.CalculateZakatResponse;
import amanah.v1.ClearZakatCacheRequest;
import amanah.v1.ClearZakatCacheResponse;
import amanah.v1.DistributeZakatRequest;
import amanah.v1.DistributeZakatResponse;
import amanah.v1.GetAssessmentReceiptRequest;
import amanah.v1.GetAssessmentReceiptResponse;
import amanah.v1.GetAssessmentRequest;
import amanah.v1.GetAssessmentResponse;
import amanah.v1.GetZakatFundRequest;
import amanah.v1.GetZakatFundResponse;
import amanah.v1.GetZakatPricesRequest;
import amanah.v1.GetZakatPricesResponse;
import amanah.v1.GetZakatStatisticsRequest;
import amanah.v1.GetZakatStatisticsResponse;
import amanah.v1.ListCalculationsRequest;
import amanah.v1.ListCalculationsResponse;
import amanah.v1.ListDistributionsRequest;
import amanah.v1.ListDistributionsResponse;
import amanah.v1.ListFundLedgerRequest;
import amanah.v1.ListFundLedgerResponse;
import amanah.v1.ListZakatProfilesRequest;
import amanah.v1.ListZakatProfilesResponse;
import amanah.v1.PublishZakatPricesRequest;
import amanah.v1.PublishZakatPricesResponse;
import amanah.v1.ResetZakatStatisticsRequest;
import amanah.v1.ResetZakatStatisticsResponse;
import amanah.v1.WithdrawZakatPricesRequest;
import amanah.v1.WithdrawZakatPricesResponse;
import amanah.v1.ZakatServiceGrpc.ZakatServiceImplBase;
import amanah.zakat.application.Reply;
import amanah.zakat.application.ZakatQuestions;
import amanah.zakat.domain.assessment.Assessment;
import amanah.zakat.domain.assessment.AssessmentRequest;
import amanah.zakat.domain.book.LedgerPlace;
import amanah.zakat.domain.fund.Distribution;
import amanah.zakat.domain.question.HawlQuestion;
import amanah.zakat.ingress.request.DistributionRequests;
import amanah.zakat.ingress.request.FundRequests;
import amanah.zakat.ingress.request.HawlRequests;
import amanah.zakat.ingress.request.PageRequests;
import amanah.zakat.ingress.request.PriceRequests;
import amanah.zakat.ingress.request.QuestionRequests;
import amanah.zakat.receipt.ReceiptPage;
import amanah.zakat.rules.Profiles;
import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** The calls about zakat. */
final class ZakatCalls extends ZakatServiceImplBase {

  private final ZakatQuestions questions;
  private final Profiles profiles;
  private final Supplier<String> ids;

  ZakatCalls(ZakatQuestions questions, Profiles profiles, Supplier<String> ids) {
    this.questions = questions;
    this.profiles = profiles;
    this.ids = ids;
  }

  @Override
  public void calculateZakat(
      CalculateZakatRequest request, StreamObserver<CalculateZakatResponse> caller) {
    QuestionRequests.Question question = Choosing.question(request);
    CalculateZakatResponse.Builder message = CalculateZakatResponse.newBuilder();
    switch (question) {
      case QuestionRequests.Simple simple ->
          answer(
              caller,
              zakat -> zakat.calculate(simple.question()),
              done -> message.setSimple(AnswerMessages.simple(done.value())).build());
      case QuestionRequests.Full full ->
          answer(
              caller,
              zakat -> zakat.calculate(full.question()),
              done -> message.setFull(AnswerMessages.full(done.value())).build());
    }
  }

  @Override
  public void calculateHawl(
      CalculateHawlRequest request, StreamObserver<CalculateHawlResponse> caller) {
    HawlQuestion question = HawlRequests.question(Requests.body(request));
    answer(caller, zakat -> zakat.hawl(question), done -> HawlMessages.hawl(done.value()));
  }

  @Override
  public void listZakatProfiles(
      ListZakatProfilesRequest request, StreamObserver<ListZakatProfilesResponse> caller) {
    Requests.requireKnown(request);
    GrpcCall.current()
        .answer(
            caller,
            () ->
                CompletableFuture.completedFuture(
                    ListZakatProfilesResponse.newBuilder()
                        .addAllItems(
                            questions.profiles().stream().map(ProfileMessages::profile).toList())
                        .build()));
  }

  @Override
  public void listCalculations(
      ListCalculationsRequest request, StreamObserver<ListCalculationsResponse> caller) {
    int limit = PageRequests.limit(Requests.query(request));
    answer(
        caller,
        zakat -> zakat.history(limit),
        done -> StatisticsMessages.calculations(done.value()));
  }

  @Override
  public void getZakatStatistics(
      GetZakatStatisticsRequest request, StreamObserver<GetZakatStatisticsResponse> caller) {
    Requests.requireKnown(request);
    answer(
        caller,
        ZakatQuestions::statistics,
        done ->
            GetZakatStatisticsResponse.newBuilder()
                .setStatistics(StatisticsMessages.statistics(done.value()))
                .build());
  }

  @Override
  public void clearZakatCache(
      ClearZakatCacheRequest request, StreamObserver<ClearZakatCacheResponse> caller) {
    Requests.requireKnown(request);
    answer(
        caller,
        ZakatQuestions::clearCache,
        done -> ClearZakatCacheResponse.newBuilder().setCleared(done.value()).build());
  }

  @Override
  public void resetZakatStatistics(
      ResetZakatStatisticsRequest request, StreamObserver<ResetZakatStatisticsResponse> caller) {
    Requests.requireKnown(request);
    answer(
        caller,
        ZakatQuestions::reset,
        done ->
            ResetZakatStatisticsResponse.newBuilder()
                .setStatistics(StatisticsMessages.statistics(done.value()))
                .build());
  }

  @Override
  public void getZakatPrices(
      GetZakatPricesRequest request, StreamObserver<GetZakatPricesResponse> caller) {
    Optional<LocalDate> asOf = PriceRequests.asOf(Requests.query(request));
    answer(
        caller,
        zakat -> zakat.prices(asOf),
        done ->
            GetZakatPricesResponse.newBuilder()
                .setPrices(PriceMessages.list(done.value()))
                .build());
  }

  @Override
  public void publishZakatPrices(
      PublishZakatPricesRequest request, StreamObserver<PublishZakatPricesResponse> caller) {
    GrpcCall call = GrpcCall.current();
    PriceRequests.Publication publication = Choosing.publication(request, call.idempotencyKey());
    PublicationId publicationId = publication.publicationId();
    call.uses("publicationId", publicationId.value());
    answer(
        caller,
        zakat ->
            switch (publication) {
              case PriceRequests.Metal metal -> zakat.publish(publicationId, metal.prices());
              case PriceRequests.Nisab nisab -> zakat.publish(publicationId, nisab.figure());
            },
        PriceMessages::receipt);
  }

  @Override
  public void withdrawZakatPrices(
      WithdrawZakatPricesRequest request, StreamObserver<WithdrawZakatPricesResponse> caller) {
    Optional<LocalDate> from = PriceRequests.from(Requests.query(request));
    PublicationId publicationId =
        Requests.id("publicationId", request.getPublicationId(), PublicationId::of);
    answer(caller, zakat -> zakat.withdraw(publicationId, from), PriceMessages::withdrawal);
  }

  @Override
  public void assessZakat(AssessZakatRequest request, StreamObserver<AssessZakatResponse> caller) {
    GrpcCall call = GrpcCall.current();
    AssessmentRequest assessment =
        QuestionRequests.assessment(Requests.body(request), call.idempotencyKey(), ids);
    call.uses("assessmentId", assessment.assessmentId().value());
    answer(
        caller,
        zakat -> zakat.assess(assessment),
        done ->
            AssessZakatResponse.newBuilder()
                .setAssessment(AssessmentMessages.assessment(done.value()))
                .setReplayed(done.replayed())
                .build());
  }

  @Override
  public void getAssessment(
      GetAssessmentRequest request, StreamObserver<GetAssessmentResponse> caller) {
    Requests.requireKnown(request);
    AssessmentId assessmentId = assessmentId(request.getAssessmentId());
    answer(
        caller,
        zakat -> zakat.assessment(assessmentId),
        done ->
            GetAssessmentResponse.newBuilder()
                .setAssessment(AssessmentMessages.assessment(done.value()))
                .build());
  }

  @Override
  public void getAssessmentReceipt(
      GetAssessmentReceiptRequest request, StreamObserver<GetAssessmentReceiptResponse> caller) {
    Requests.requireKnown(request);
    AssessmentId assessmentId = assessmentId(request.getAssessmentId());
    answer(caller, zakat -> zakat.assessment(assessmentId), done -> receipt(done.value()));
  }

  private GetAssessmentReceiptResponse receipt(Assessment assessment) {
    String page =
        ReceiptPage.of(assessment, profiles.find(assessment.answer().calculation().rules()));
    return GetAssessmentReceiptResponse.newBuilder()
        .setContentType(ReceiptPage.CONTENT_TYPE)
        .setContent(ByteString.copyFromUtf8(page))
        .build();
  }

  private static AssessmentId assessmentId(String value) {
    return Requests.id("assessmentId", value, AssessmentId::of);
  }

  @Override
  public void getZakatFund(
      GetZakatFundRequest request, StreamObserver<GetZakatFundResponse> caller) {
    Optional<Instant> asOf = FundRequests.asOf(Requests.query(request));
    answer(
        caller,
        zakat -> asOf.map(zakat::fund).orElseGet(zakat::fund),
        done -> FundMessages.fund(done.value(), asOf));
  }

  @Override
  public void distributeZakat(
      DistributeZakatRequest request, StreamObserver<DistributeZakatResponse> caller) {
    GrpcCall call = GrpcCall.current();
    Distribution distribution =
        DistributionRequests.distribution(Requests.body(request), call.idempotencyKey(), ids);
    call.uses("distributionId", distribution.distributionId().value());
    answer(caller, zakat -> zakat.distribute(distribution), FundMessages::receipt);
  }

  @Override
  public void listDistributions(
      ListDistributionsRequest request, StreamObserver<ListDistributionsResponse> caller) {
    PageRequests.Page<Long> page = FundRequests.distributions(Requests.query(request));
    answer(
        caller,
        zakat -> zakat.distributions(page.asOf(), page.before(), page.limit()),
        done -> FundMessages.page(done.value()));
  }

  @Override
  public void listFundLedger(
      ListFundLedgerRequest request, StreamObserver<ListFundLedgerResponse> caller) {
    PageRequests.Page<LedgerPlace> page = FundRequests.ledger(Requests.query(request));
    answer(
        caller,
        zakat -> zakat.ledger(page.asOf(), page.before(), page.limit()),
        done -> LedgerMessages.page(done.value()));
  }

  /** Asks with the caller's patience, and gives him what is written of a yes. */
  private <T, A> void answer(
      StreamObserver<A> caller,
      Function<ZakatQuestions, CompletionStage<Reply<T>>> question,
      Function<Reply.Done<T>, A> writing) {
    GrpcCall call = GrpcCall.current();
    call.answer(
        caller,
        () ->
            question
                .apply(questions.within(call.patience()))
                .thenApply(reply -> writing.apply(Replies.done(reply))));
  }
}
