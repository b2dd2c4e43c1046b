package amanah.zakat.domain.livestock;

import static amanah.zakat.domain.livestock.Animal.BINT_LABUN;
import static amanah.zakat.domain.livestock.Animal.BINT_MAKHAD;
import static amanah.zakat.domain.livestock.Animal.HIQQAH;
import static amanah.zakat.domain.livestock.Animal.JADHAAH;
import static amanah.zakat.domain.livestock.Animal.SHEEP;

import amanah.zakat.domain.livestock.HerdZakat.Tens;
import amanah.zakat.domain.rule.CamelReading;

/**
 * Camels, grazing, after hawl. All schools agree up to 120 (the letter of Abu Bakr, Bukhari 1454);
 * beyond, they read the letter in two ways.
 */
public final class CamelZakat {

  private static final Tens BINT_LABUN_FOR_FORTY = new Tens(BINT_LABUN, 4);
  private static final Tens HIQQAH_FOR_FIFTY = new Tens(HIQQAH, 5);

  private CamelZakat() {}

  /** The animals due for a herd. */
  public static HerdZakat of(int camels, CamelReading reading) {
    if (camels <= 120) {
      return HerdZakat.of(upTo120(camels));
    }
    return switch (reading) {
      case FORTIES_AND_FIFTIES -> fortiesAndFifties(camels);
      case BEGINS_ANEW -> HerdZakat.of(anewAfter120(camels));
    };
  }

  private static Animals upTo120(int camels) {
    if (camels < 46) {
      return upTo45(camels);
    } else if (camels <= 60) {
      return Animals.of(1, HIQQAH);
    } else if (camels <= 75) {
      return Animals.of(1, JADHAAH);
    } else if (camels <= 90) {
      return Animals.of(2, BINT_LABUN);
    } else {
      return Animals.of(2, HIQQAH);
    }
  }

  private static Animals upTo45(int camels) {
    if (camels < 25) {
      return Animals.of(camels / 5, SHEEP);
    } else if (camels <= 35) {
      return Animals.of(1, BINT_MAKHAD);
    } else {
      return Animals.of(1, BINT_LABUN);
    }
  }

  /** From 121 to 129 three bint labun, as twelve tens give; then the tens are always used up. */
  private static HerdZakat fortiesAndFifties(int camels) {
    return HerdZakat.ofTens(camels / 10, BINT_LABUN_FOR_FORTY, HIQQAH_FOR_FIFTY);
  }

  /**
   * Two hiqqah and what is due for the camels beyond 120, until 150 make three; then three and what
   * is due for those beyond 150, where 46 and more make the next hiqqah, and so for each fifty.
   */
  private static Animals anewAfter120(int camels) {
    if (camels < 150) {
      return upTo45(camels - 120).and(2, HIQQAH);
    }
    int beyond150 = camels - 150;
    int hiqqahs = 3 + beyond150 / 50;
    int rest = beyond150 % 50;
    return rest < 46 ? upTo45(rest).and(hiqqahs, HIQQAH) : Animals.of(hiqqahs + 1, HIQQAH);
  }
}
