package amanah.zakat.domain;

import amanah.zakat.domain.livestock.Animal;
import amanah.zakat.domain.rule.CamelReading;
import amanah.zakat.domain.wealth.LoneAsset.Herd;
import amanah.zakat.domain.wealth.Species;
import java.util.EnumMap;
import java.util.Map;

/** The animals due for a herd, first choice, a second time: bands written out, tens by trying. */
final class PlainHerd {

  private PlainHerd() {}

  static Map<Animal, Integer> due(Herd herd, CamelReading reading) {
    int count = herd.count();
    if (herd.species() == Species.SHEEP) {
      int sheep = count < 40 ? 0 : count < 121 ? 1 : count < 201 ? 2 : Math.max(3, count / 100);
      return Map.of(Animal.SHEEP, sheep);
    } else if (herd.species() == Species.CATTLE) {
      return cattle(count);
    }
    return reading == CamelReading.BEGINS_ANEW && count > 120 ? anew(count) : camels(count);
  }

  private static Map<Animal, Integer> cattle(int count) {
    if (count < 60) {
      return count < 30 ? Map.of() : Map.of(count < 40 ? Animal.TABI : Animal.MUSINNAH, 1);
    }
    return tens(count / 10, Animal.TABI, 3, Animal.MUSINNAH, 4);
  }

  private static Map<Animal, Integer> camels(int count) {
    if (count > 120) {
      return tens(count / 10, Animal.BINT_LABUN, 4, Animal.HIQQAH, 5);
    } else if (count > 90) {
      return Map.of(Animal.HIQQAH, 2);
    } else if (count > 75) {
      return Map.of(Animal.BINT_LABUN, 2);
    } else if (count > 60) {
      return Map.of(Animal.JADHAAH, 1);
    } else if (count > 45) {
      return Map.of(Animal.HIQQAH, 1);
    }
    return small(count);
  }

  private static Map<Animal, Integer> small(int count) {
    return count > 35
        ? Map.of(Animal.BINT_LABUN, 1)
        : count > 24 ? Map.of(Animal.BINT_MAKHAD, 1) : Map.of(Animal.SHEEP, count / 5);
  }

  /** Fifty at a time from 150 on, each a hiqqah; the rest as a herd of its own. */
  private static Map<Animal, Integer> anew(int count) {
    int hiqqahs = 2;
    int rest = count - 120;
    if (count >= 150) {
      hiqqahs = 3;
      rest = count - 150;
      while (rest >= 50) {
        hiqqahs++;
        rest -= 50;
      }
    }
    if (rest > 45) {
      return Map.of(Animal.HIQQAH, hiqqahs + 1);
    }
    Map<Animal, Integer> due = new EnumMap<>(Animal.class);
    due.putAll(small(rest));
    due.merge(Animal.HIQQAH, hiqqahs, Integer::sum);
    return due;
  }

  private static Map<Animal, Integer> tens(
      int tens, Animal younger, int eachYounger, Animal older, int eachOlder) {
    for (int young = tens; young >= 0; young--) {
      for (int old = 0; old <= tens; old++) {
        if (young * eachYounger + old * eachOlder == tens) {
          return Map.of(younger, young, older, old);
        }
      }
    }
    throw new AssertionError(tens + " tens cannot be used up");
  }
}
