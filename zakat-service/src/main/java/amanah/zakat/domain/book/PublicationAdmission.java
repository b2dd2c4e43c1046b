package amanah.zakat.domain.book;

import amanah.zakat.domain.Refusal;
import amanah.zakat.domain.price.MetalPrices;
import amanah.zakat.domain.price.NisabFigure;
import java.util.Optional;

/**
 * The rules of policy: what is asked of publications that are recorded for the first time. Such
 * rules become stricter as time goes by; what was recorded before stays recorded, and its repeat is
 * answered before any of them is asked. What a profile lets be published is one of them as well: it
 * comes with {@link BookCommand.PublishNisab}, from whoever knows the profiles.
 *
 * <p>What is published counts from a day of its own on, so its currency is judged on that day.
 */
public final class PublicationAdmission {

  private PublicationAdmission() {}

  /** What speaks against publishing prices whose name nobody knows. */
  public static Optional<Refusal> refusal(MetalPrices prices) {
    return Refusal.CurrencyWithdrawn.on(prices.day(), "currency", prices.currency());
  }

  /** What speaks against publishing a nisab whose name nobody knows; a year's is as a month's. */
  public static Optional<Refusal> refusal(NisabFigure figure) {
    return Refusal.CurrencyWithdrawn.on(
        figure.day(), "nisab.year.currency", figure.nisab().year().currency());
  }
}
