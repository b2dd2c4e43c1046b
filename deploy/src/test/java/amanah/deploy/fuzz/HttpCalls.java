package amanah.deploy.fuzz;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every call of the HTTP contract, as it is right. Quotes are single, money in bodies is written
 * {@code EUR 5.00}, and {@code #9} is a number from 0 to 9.
 */
public final class HttpCalls {

  private static final Pattern NUMBERED = Pattern.compile("#(\\d+)");
  private static final Pattern MONEY = Pattern.compile("\\b([A-Z]{3}) (\\d+(?:\\.\\d+)?)\\b");

  private static final String GIFT =
      "'amount':USD 5.25,'donor':{'id':'donor-#50','name':'N','anonymous':false},'message':'For you',"
          + "'designation':'sadaqah','payment':{'method':'captured','reference':'bank-#9'},"
          + "'donatedAt':'2026-01-01T00:00:00Z'";
  private static final String ZAKAT =
      "'amount':USD 2.50,'designation':'zakat','assessmentId':'z-#20','payment':{'method':'captured',"
          + "'reference':'bank'}";
  private static final String ASSETS =
      "'profile':'aaoifi','currency':'EUR','asOf':'2026-03-01','prices':{'gold':'100','silver':'1'},"
          + "'settings':{'nisabBasis':'gold','rounding':'ceiling'},"
          + "'assets':[{'type':'cash','value':EUR 90000},{'type':'gold','grams':'100','karat':'22'},"
          + "{'type':'sheep','count':121,'prices':{'sheep':'50'}},{'type':'camels','count':130},"
          + "{'type':'crops','kilograms':'1000','watering':'rain','pricePerKilogram':'0.5'},"
          + "{'type':'fitr','heads':5},{'type':'shares','value':EUR 10,'holding':'long_term'}],"
          + "'liabilities':[{'value':EUR 5,'due':'now'},{'monthly':EUR 5,'total':EUR 50}]";

  private static final List<Call> ALL =
      List.of(
          Call.of(
              "POST",
              "/v1/campaigns",
              "{'campaignId':'moody-#199','title':'A well','goal':EUR 5000,"
                  + "'endsAt':'2999-01-01T00:00:00Z','goalPolicy':'soft','zakatEligible':true,"
                  + "'milestones':[25,50,75,100],'status':'draft'}"),
          Call.of("GET", "/v1/campaigns/{well}", "").with("view=cached"),
          Call.of(
              "PATCH",
              "/v1/campaigns/moody-#199",
              "{'title':'T','goal':EUR 6000,'milestones':[10,20],"
                  + "'endsAt':'2999-01-01T00:00:00Z'}"),
          Call.of(
              "PUT",
              "/v1/campaigns/moody-#199/status",
              "{'status':'active','reason':'it is time'}"),
          Call.of("PUT", "/v1/campaigns/moody-#199/status", "{'status':'paused'}"),
          Call.of("POST", "/v1/campaigns/{well}/views", ""),
          Call.of(
              "POST",
              "/v1/campaigns/{well}/reminders",
              "{'reminderId':'n-#99','at':'2998-01-01T00:00:00Z','message':'Thank them'}"),
          Call.of("GET", "/v1/campaigns/{well}/reminders", ""),
          Call.of("DELETE", "/v1/campaigns/{well}/reminders/n-#99", ""),
          Call.of("POST", "/v1/campaigns/{well}/donations", "{'donationId':'d-#299'," + GIFT + "}"),
          Call.of("POST", "/v1/campaigns/{well}/donations", "{'donationId':'e-#299'," + GIFT + "}"),
          Call.of("POST", "/v1/campaigns/well/donations", "{'donationId':'z-#299'," + ZAKAT + "}"),
          Call.of(
              "POST",
              "/v1/campaigns/{well}/donations/batch",
              "[{'donationId':'d-#299',"
                  + GIFT
                  + "},{'donationId':'b-#999',"
                  + GIFT
                  + "},{"
                  + GIFT
                  + "},{'donationId':'b-#999',"
                  + GIFT
                  + "}]"),
          Call.of(
                  "POST",
                  "/v1/campaigns/{well}/donations/batch",
                  "{'donationId':'n-#999',"
                      + GIFT
                      + "}\n\n{'donationId':'n-#999',"
                      + GIFT
                      + "}\n{"
                      + GIFT
                      + "}")
              .typed("application/x-ndjson"),
          Call.of("GET", "/v1/campaigns/{well}/donations/d-#299", ""),
          Call.of(
              "POST",
              "/v1/campaigns/{well}/donations/d-#299/refunds",
              "{'refundId':'r-#99'," + "'amount':USD 1.25,'reason':'asked for'}"),
          Call.of("POST", "/v1/campaigns/well/donations/z-#299/refunds", "{'refundId':'r-#99'}"),
          Call.of("GET", "/v1/campaigns/{well}/batcher", ""),
          Call.of("POST", "/v1/campaigns/{well}/batcher/flush", ""),
          Call.of("GET", "/v1/campaigns/{well}/events", "").with("after=#40"),
          Call.of("POST", "/v1/zakat/calculate", "{'wealth':EUR 9000.00,'nisab':EUR 8500.00}"),
          Call.of("POST", "/v1/zakat/calculate", "{" + ASSETS + "}"),
          Call.of(
              "POST",
              "/v1/zakat/hawl",
              "{'nisab':EUR 50,'balances':[{'from':'2024-01-01','balance':EUR 60},"
                  + "{'from':'2024-06-01','balance':EUR 40}]}"),
          Call.of("GET", "/v1/zakat/profiles", ""),
          Call.of("GET", "/v1/zakat/calculations", "").with("limit=#9"),
          Call.of("GET", "/v1/zakat/statistics", ""),
          Call.of("DELETE", "/v1/zakat/cache", ""),
          Call.of("POST", "/v1/zakat/reset", ""),
          Call.of("GET", "/v1/zakat/prices", "").with("asOf=2026-03-0#9"),
          Call.of(
              "PUT",
              "/v1/zakat/prices",
              "{'publicationId':'m-#99','currency':'EUR','day':'2026-03-1#9','gold':'100.5','silver':'1'}"),
          Call.of(
              "PUT",
              "/v1/zakat/prices",
              "{'publicationId':'p-#9','profile':'baznas-2026','day':'2026-03-01','nisab':{'year':"
                  + "IDR 120,'month':IDR 10},'source':{'title':'T','date':'2026'}}"),
          Call.of("DELETE", "/v1/zakat/prices/p-#9", "").with("from=2026-03-01"),
          Call.of(
              "POST",
              "/v1/zakat/assessments",
              "{'assessmentId':'z-#20','donorId':'donor-1'," + ASSETS + "}"),
          Call.of("GET", "/v1/zakat/assessments/z-#20", ""),
          Call.of("GET", "/v1/zakat/assessments/z-#20/receipt", ""),
          Call.of("GET", "/v1/zakat/fund", "").with("asOf=2999-01-01T00:00:00Z"),
          Call.of("GET", "/v1/zakat/fund/ledger", "").with("limit=#9"),
          Call.of(
              "POST",
              "/v1/zakat/distributions",
              "{'distributionId':'g-#99','asnaf':'fuqara','amount':USD 0.01,"
                  + "'recipient':'R','note':'N'}"),
          Call.of("GET", "/v1/zakat/distributions", "").with("limit=#9"),
          Call.of("GET", "/v1/cluster", ""),
          Call.of("GET", "/healthz", ""),
          Call.of("GET", "/readyz", ""),
          Call.of("GET", "/openapi.json", ""),
          Call.of("GET", "/docs", ""));

  private HttpCalls() {}

  /** All of them. */
  public static List<Call> all() {
    return ALL;
  }

  /**
   * One of them.
   *
   * @param query what may follow the path, or nothing
   * @param type of the body
   */
  public record Call(String method, String path, String query, String body, String type) {

    private static final String SOME = "well";
    private static final List<String> WELLS =
        List.of(SOME, SOME, SOME, SOME, "hard", "spent", "nobody");

    private static Call of(String method, String path, String body) {
      return new Call(method, path, "", body, "application/json");
    }

    private Call with(String known) {
      return new Call(method, path, known, body, type);
    }

    private Call typed(String other) {
      return new Call(method, path, query, body, other);
    }

    /** Whether it is one of the route's, whose path has names in braces. */
    public boolean isOf(String routeMethod, String routePath) {
      String pattern = routePath.replaceAll("\\{\\w+}", "[^/]+");
      return method.equals(routeMethod) && path.replace("{well}", SOME).matches(pattern);
    }

    String path(Chance chance) {
      return numbered(path.replace("{well}", chance.of(WELLS)), chance);
    }

    String query(Chance chance) {
      return numbered(query, chance);
    }

    String body(Chance chance) {
      String json = numbered(body, chance).replace('\'', '"');
      return MONEY.matcher(json).replaceAll("{\"amount\":\"$2\",\"currency\":\"$1\"}");
    }

    private static String numbered(String text, Chance chance) {
      Matcher places = NUMBERED.matcher(text);
      StringBuilder whole = new StringBuilder();
      while (places.find()) {
        places.appendReplacement(whole, "" + chance.below(Integer.parseInt(places.group(1)) + 1));
      }
      return places.appendTail(whole).toString();
    }
  }
}
