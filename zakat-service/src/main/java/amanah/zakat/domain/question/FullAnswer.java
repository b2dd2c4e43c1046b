package amanah.zakat.domain.question;

import amanah.zakat.domain.Calculation;

/**
 * The answer to a {@link FullQuestion}.
 *
 * @param figures that it was computed with
 * @param cached whether it was remembered from an equal question
 */
public record FullAnswer(Calculation calculation, UsedFigures figures, boolean cached) {

  /** The same answer, remembered. */
  public FullAnswer fromCache() {
    return cached ? this : new FullAnswer(calculation, figures, true);
  }

  /** The same answer, for those who keep it for themselves. */
  public FullAnswer uncached() {
    return cached ? new FullAnswer(calculation, figures, false) : this;
  }
}
