package amanah.deploy.faults.load;

import amanah.deploy.faults.books.PlannedDonations;

/** The requests about prices, the fund and assessments, each told by its number. */
final class ZakatBodies {

  static final String PRICES = "/v1/zakat/prices";
  static final String FUND = "/v1/zakat/fund";
  static final String DISTRIBUTIONS = "/v1/zakat/distributions";
  static final String ASSESSMENTS = "/v1/zakat/assessments";

  /** All prices are published for it. */
  static final String DAY = "2026-01-01";

  private static final int PRICE_MINOR = 10_000;
  private static final int GIVEN_MINOR = 100;
  private static final int GIVEN_RANGE = 97;
  private static final long TOO_MUCH_MINOR = 9_000_000_000_000L;
  private static final long WEALTH_MINOR = 5_000_000;

  private ZakatBodies() {}

  /** Another price for each number. */
  static Request publish(long number) {
    return new Request(
        "PUT",
        PRICES,
        "{\"publicationId\":\"published-%d\",\"currency\":\"%s\",\"day\":\"%s\",\"gold\":\"%s\"}"
            .formatted(number, PlannedDonations.CURRENCY, DAY, Bodies.amount(PRICE_MINOR + number)),
        "");
  }

  static Request prices() {
    return Request.get(PRICES + "?asOf=" + DAY);
  }

  static Request distribute(long number) {
    return distribute("given-" + number, GIVEN_MINOR + number % GIVEN_RANGE);
  }

  /** More than was ever collected. */
  static Request distributeTooMuch(long number) {
    return distribute("too-much-" + number, TOO_MUCH_MINOR);
  }

  static Request fund() {
    return Request.get(FUND);
  }

  /** The assessment of that id, with a wealth of its own. */
  static Request assess(String id) {
    int number = Math.floorMod(id.hashCode(), 1000);
    return Request.post(
        ASSESSMENTS,
        """
        {"assessmentId":"%s","donorId":"donor-%d","currency":"%s","asOf":"%s",\
        "prices":{"gold":"50"},"assets":[{"type":"cash","value":{"amount":"%s","currency":"%s"}}]}\
        """
            .formatted(
                id,
                number,
                PlannedDonations.CURRENCY,
                DAY,
                Bodies.amount(WEALTH_MINOR + number),
                PlannedDonations.CURRENCY));
  }

  static Request assessment(String id) {
    return Request.get(ASSESSMENTS + "/" + id);
  }

  private static Request distribute(String id, long minor) {
    return Request.post(
        DISTRIBUTIONS,
        """
        {"distributionId":"%s","asnaf":"fuqara","amount":{"amount":"%s","currency":"%s"}}\
        """
            .formatted(id, Bodies.amount(minor), PlannedDonations.CURRENCY));
  }
}
