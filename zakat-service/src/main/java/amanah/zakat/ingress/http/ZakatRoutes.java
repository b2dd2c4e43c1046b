package amanah.zakat.ingress.http;

import static amanah.http.Route.get;
import static amanah.http.Route.post;

import amanah.http.OpenApi;
import amanah.http.Route;
import amanah.http.RouteTable;
import amanah.zakat.application.ZakatQuestions;
import amanah.zakat.ingress.request.QuestionRequests;
import amanah.zakat.rules.Profiles;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.linecorp.armeria.common.HttpMethod;
import java.util.List;
import java.util.function.Supplier;

/** The table of everything that is served of zakat. */
public final class ZakatRoutes implements RouteTable {

  private static final String ZAKAT = "/v1/zakat";
  private static final String ASSESSMENTS = ZAKAT + "/assessments";
  private static final String ASSESSMENT = ASSESSMENTS + "/{assessmentId}";
  private static final String PRICES = ZAKAT + "/prices";
  private static final String DISTRIBUTIONS = ZAKAT + "/distributions";

  private final CalculationCalls calculation;
  private final AssessmentCalls assessment;
  private final PriceCalls price;
  private final FundCalls fund;

  /**
   * The routes to zakat, where assessments, publications and distributions are named with {@code
   * ids} when the caller does not.
   *
   * @param profiles whose rules a receipt shows
   */
  public ZakatRoutes(ZakatQuestions questions, Profiles profiles, Supplier<String> ids) {
    this.calculation = new CalculationCalls(questions);
    this.assessment = new AssessmentCalls(questions, profiles, ids);
    this.price = new PriceCalls(questions);
    this.fund = new FundCalls(questions, ids);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        post(ZAKAT + "/calculate", calculation::calculate).withBytesMax(QuestionRequests.BYTES_MAX),
        post(ZAKAT + "/hawl", calculation::hawl).withBytesMax(QuestionRequests.BYTES_MAX),
        get(ZAKAT + "/profiles", calculation::profiles),
        get(ZAKAT + "/calculations", calculation::history).withQuery("limit"),
        get(ZAKAT + "/statistics", calculation::statistics),
        Route.of(HttpMethod.DELETE, ZAKAT + "/cache", calculation::clearCache),
        post(ZAKAT + "/reset", calculation::reset),
        get(PRICES, price::get).withQuery("asOf"),
        Route.of(HttpMethod.PUT, PRICES, price::publish),
        Route.of(HttpMethod.DELETE, PRICES + "/{publicationId}", price::withdraw).withQuery("from"),
        post(ASSESSMENTS, assessment::assess).withBytesMax(QuestionRequests.BYTES_MAX),
        get(ASSESSMENT, assessment::get),
        get(ASSESSMENT + "/receipt", assessment::receipt),
        get(ZAKAT + "/fund", fund::get).withQuery("asOf"),
        get(ZAKAT + "/fund/ledger", fund::ledger)
            .withQuery("asOf")
            .withQuery("limit")
            .withQuery("cursor"),
        post(DISTRIBUTIONS, fund::distribute),
        get(DISTRIBUTIONS, fund::distributions)
            .withQuery("asOf")
            .withQuery("limit")
            .withQuery("cursor"));
  }

  @Override
  public ObjectNode openApi() {
    return OpenApi.part(ZakatRoutes.class);
  }
}
