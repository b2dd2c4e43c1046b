package amanah.zakat.domain.book;

/**
 * How much the book keeps.
 *
 * @param campaignsMax campaigns whose position is known; one more is not counted
 * @param distributionsMax distributions that are known; one more is refused
 * @param priceDaysMax days of prices and figures; one more is refused
 * @param publicationsMax publications that are known by name; beyond it the oldest name is
 *     forgotten
 * @param desksMax desks whose tally is known by name; beyond it the oldest is summed up
 */
public record BookLimits(
    int campaignsMax, int distributionsMax, int priceDaysMax, int publicationsMax, int desksMax) {

  /** Refuses limits that leave no room. */
  public BookLimits {
    atLeastOne("campaigns-max", campaignsMax);
    atLeastOne("distributions-max", distributionsMax);
    atLeastOne("price-days-max", priceDaysMax);
    atLeastOne("publications-max", publicationsMax);
    atLeastOne("desks-max", desksMax);
  }

  private static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " " + value + ", expected at least 1");
    }
  }
}
