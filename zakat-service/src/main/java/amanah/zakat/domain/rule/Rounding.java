package amanah.zakat.domain.rule;

import java.math.RoundingMode;

/** How the exact zakat becomes an amount that can be paid. */
public enum Rounding {
  /** Up to the next minor unit: never pays less than is due. */
  CEILING(RoundingMode.CEILING),
  /** To the nearest minor unit, halves up. */
  HALF_UP(RoundingMode.HALF_UP),
  /** Down to the minor unit. */
  FLOOR(RoundingMode.FLOOR);

  private final RoundingMode mode;

  Rounding(RoundingMode mode) {
    this.mode = mode;
  }

  /** The same in the words of {@code java.math}. */
  public RoundingMode mode() {
    return mode;
  }
}
