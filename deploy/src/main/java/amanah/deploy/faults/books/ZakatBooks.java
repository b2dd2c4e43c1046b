package amanah.deploy.faults.books;

/** What the callers were told of zakat. */
public record ZakatBooks(PriceBook prices, FundBook fund, AssessmentBook assessments) {

  /** Empty ones. */
  public static ZakatBooks empty() {
    return new ZakatBooks(new PriceBook(), new FundBook(), new AssessmentBook());
  }
}
