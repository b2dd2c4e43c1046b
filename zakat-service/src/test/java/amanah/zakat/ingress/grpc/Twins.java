package amanah.zakat.ingress.grpc;

import amanah.testing.parity.Twin;
import amanah.v1.ZakatServiceGrpc;
import com.linecorp.armeria.common.HttpMethod;
import java.util.List;

/** The calls about zakat, which both doors have. */
final class Twins {

  private static final String ZAKAT = "/v1/zakat";
  private static final String ASSESSMENTS = ZAKAT + "/assessments";
  private static final String ASSESSMENT = ASSESSMENTS + "/{assessmentId}";

  // spotless:off
  static final List<Twin> ALL = List.of(
      new Twin(ZakatServiceGrpc.getCalculateZakatMethod(),       HttpMethod.POST,   ZAKAT + "/calculate",     "",   ""),
      new Twin(ZakatServiceGrpc.getCalculateHawlMethod(),        HttpMethod.POST,   ZAKAT + "/hawl",          "",   ""),
      new Twin(ZakatServiceGrpc.getListZakatProfilesMethod(),    HttpMethod.GET,    ZAKAT + "/profiles",      null, "items"),
      new Twin(ZakatServiceGrpc.getListCalculationsMethod(),     HttpMethod.GET,    ZAKAT + "/calculations",  null, "items"),
      new Twin(ZakatServiceGrpc.getGetZakatStatisticsMethod(),   HttpMethod.GET,    ZAKAT + "/statistics",    null, "statistics"),
      new Twin(ZakatServiceGrpc.getClearZakatCacheMethod(),      HttpMethod.DELETE, ZAKAT + "/cache",         null, ""),
      new Twin(ZakatServiceGrpc.getResetZakatStatisticsMethod(), HttpMethod.POST,   ZAKAT + "/reset",         null, "statistics"),
      new Twin(ZakatServiceGrpc.getGetZakatPricesMethod(),       HttpMethod.GET,    ZAKAT + "/prices",        null, "prices"),
      new Twin(ZakatServiceGrpc.getPublishZakatPricesMethod(),   HttpMethod.PUT,    ZAKAT + "/prices",        "",   ""),
      new Twin(ZakatServiceGrpc.getWithdrawZakatPricesMethod(),  HttpMethod.DELETE, ZAKAT + "/prices/{publicationId}", null, ""),
      new Twin(ZakatServiceGrpc.getAssessZakatMethod(),          HttpMethod.POST,   ASSESSMENTS,              "",   "assessment"),
      new Twin(ZakatServiceGrpc.getGetAssessmentMethod(),        HttpMethod.GET,    ASSESSMENT,               null, "assessment"),
      new Twin(ZakatServiceGrpc.getGetAssessmentReceiptMethod(), HttpMethod.GET,    ASSESSMENT + "/receipt",  null, ""),
      new Twin(ZakatServiceGrpc.getGetZakatFundMethod(),         HttpMethod.GET,    ZAKAT + "/fund",          null, ""),
      new Twin(ZakatServiceGrpc.getListFundLedgerMethod(),       HttpMethod.GET,    ZAKAT + "/fund/ledger",   null, ""),
      new Twin(ZakatServiceGrpc.getDistributeZakatMethod(),      HttpMethod.POST,   ZAKAT + "/distributions", "",   ""),
      new Twin(ZakatServiceGrpc.getListDistributionsMethod(),    HttpMethod.GET,    ZAKAT + "/distributions", null, ""));
  // spotless:on

  private Twins() {}
}
