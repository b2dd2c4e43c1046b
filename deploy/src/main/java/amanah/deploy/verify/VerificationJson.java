package amanah.deploy.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;

/** Writes a verification for programs. */
public final class VerificationJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private VerificationJson() {}

  /** The whole report, with the findings that were kept. */
  public static String text(VerificationReport report) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeNumberField("campaigns", report.journal().campaigns().size());
      json.writeNumberField("events", report.journal().eventCount());
      json.writeNumberField("donations", report.journal().donationCount());
      json.writeNumberField("zakatInFlight", report.journal().zakatInFlight());
      json.writeBooleanField("api", report.withApi());
      json.writeNumberField("apiDonations", report.apiDonationCount());
      json.writeNumberField("seconds", report.seconds());
      currencies(json, report);
      funds(json, report);
      checks(json, report);
      findings(json, report.findings());
      json.writeEndObject();
    }
    return text + "\n";
  }

  private static void currencies(JsonGenerator json, VerificationReport report) throws IOException {
    json.writeArrayFieldStart("currencies");
    for (CurrencyTotals totals : report.journal().currencies()) {
      json.writeStartObject();
      json.writeStringField("currency", totals.currency().getCurrencyCode());
      json.writeNumberField("campaigns", totals.campaignCount());
      json.writeNumberField("donations", totals.donationCount());
      json.writeNumberField("donors", totals.donorCount());
      json.writeStringField("raised", totals.amount(totals.raisedMinor()));
      json.writeStringField("refunded", totals.amount(totals.refundedMinor()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void funds(JsonGenerator json, VerificationReport report) throws IOException {
    json.writeArrayFieldStart("zakat");
    for (FundTotals fund : report.journal().funds()) {
      json.writeStartObject();
      json.writeStringField("currency", fund.currency().getCurrencyCode());
      json.writeStringField("collected", fund.amount(fund.collectedMinor()));
      json.writeStringField("refunded", fund.amount(fund.refundedMinor()));
      json.writeStringField("distributed", fund.amount(fund.distributedInAllMinor()));
      json.writeStringField("available", fund.amount(fund.availableMinor()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void checks(JsonGenerator json, VerificationReport report) throws IOException {
    json.writeObjectFieldStart("checks");
    for (Check check : report.checks()) {
      json.writeNumberField(check.label(), report.findings().count(check));
    }
    json.writeEndObject();
  }

  private static void findings(JsonGenerator json, Findings findings) throws IOException {
    json.writeNumberField("findingCount", findings.count());
    json.writeArrayFieldStart("findings");
    for (Finding finding : findings.kept()) {
      json.writeStartObject();
      json.writeStringField("check", finding.check().label());
      json.writeStringField("stream", finding.stream());
      json.writeNumberField("sequence", finding.sequence());
      json.writeStringField("detail", finding.detail());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
