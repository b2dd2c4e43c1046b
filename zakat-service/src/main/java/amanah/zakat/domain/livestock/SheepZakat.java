package amanah.zakat.domain.livestock;

import static amanah.zakat.domain.livestock.Animal.SHEEP;

/** Sheep and goats together, grazing, after hawl. Source: the letter of Abu Bakr, Bukhari 1454. */
public final class SheepZakat {

  private SheepZakat() {}

  /** The sheep due for a flock. */
  public static HerdZakat of(int sheep) {
    return HerdZakat.of(count(sheep), SHEEP);
  }

  private static int count(int sheep) {
    if (sheep < 40) {
      return 0;
    } else if (sheep <= 120) {
      return 1;
    } else if (sheep <= 200) {
      return 2;
    } else if (sheep < 400) {
      return 3;
    } else {
      return sheep / 100;
    }
  }
}
