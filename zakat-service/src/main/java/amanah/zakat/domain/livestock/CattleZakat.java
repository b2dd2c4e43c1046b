package amanah.zakat.domain.livestock;

import static amanah.zakat.domain.livestock.Animal.MUSINNAH;
import static amanah.zakat.domain.livestock.Animal.TABI;

import amanah.zakat.domain.livestock.HerdZakat.Tens;

/**
 * Cattle and buffaloes, grazing, after hawl: for every thirty a tabi', for every forty a musinnah,
 * and the tens are always used up. Source: the report of Mu'adh, Tirmidhi 623.
 */
public final class CattleZakat {

  private static final Tens TABI_FOR_THIRTY = new Tens(TABI, 3);
  private static final Tens MUSINNAH_FOR_FORTY = new Tens(MUSINNAH, 4);

  private CattleZakat() {}

  /** The animals due for a herd. */
  public static HerdZakat of(int cattle) {
    if (cattle < 30) {
      return HerdZakat.NOTHING;
    } else if (cattle < 40) {
      return HerdZakat.of(1, TABI);
    } else if (cattle < 60) {
      return HerdZakat.of(1, MUSINNAH);
    } else {
      return HerdZakat.ofTens(cattle / 10, TABI_FOR_THIRTY, MUSINNAH_FOR_FORTY);
    }
  }
}
