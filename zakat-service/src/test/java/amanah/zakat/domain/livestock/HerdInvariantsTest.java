package amanah.zakat.domain.livestock;

import static amanah.zakat.domain.livestock.Animal.BINT_LABUN;
import static amanah.zakat.domain.livestock.Animal.HIQQAH;
import static amanah.zakat.domain.livestock.Animal.MUSINNAH;
import static amanah.zakat.domain.livestock.Animal.TABI;
import static org.assertj.core.api.Assertions.assertThat;

import amanah.zakat.domain.rule.CamelReading;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for every herd, found again by trying everything. */
final class HerdInvariantsTest {

  private static final int HERD_MAX = 2_000;

  @Test
  void cattle_from_60_use_up_the_tens_and_no_choice_is_missing() {
    for (int count = 60; count <= HERD_MAX; count++) {
      assertThat(Set.copyOf(CattleZakat.of(count).choices()))
          .as("%d cattle", count)
          .isEqualTo(everyWay(10 * (count / 10), 30, TABI, 40, MUSINNAH))
          .isNotEmpty();
    }
  }

  @Test
  void camels_from_130_use_up_the_tens_and_no_choice_is_missing() {
    for (int count = 130; count <= HERD_MAX; count++) {
      assertThat(Set.copyOf(CamelZakat.of(count, CamelReading.FORTIES_AND_FIFTIES).choices()))
          .as("%d camels", count)
          .isEqualTo(everyWay(10 * (count / 10), 40, BINT_LABUN, 50, HIQQAH))
          .isNotEmpty();
    }
  }

  @Test
  void no_choice_is_offered_twice() {
    for (int count = 0; count <= HERD_MAX; count++) {
      assertThat(CattleZakat.of(count).choices()).doesNotHaveDuplicates();
      assertThat(CamelZakat.of(count, CamelReading.FORTIES_AND_FIFTIES).choices())
          .doesNotHaveDuplicates();
      assertThat(CamelZakat.of(count, CamelReading.BEGINS_ANEW).choices()).hasSizeLessThan(2);
    }
  }

  @Test
  void the_schools_agree_on_camels_up_to_120() {
    assertThat(IntStream.rangeClosed(0, 120))
        .allMatch(
            count ->
                CamelZakat.of(count, CamelReading.BEGINS_ANEW)
                    .equals(CamelZakat.of(count, CamelReading.FORTIES_AND_FIFTIES)));
  }

  @Test
  void begun_anew_every_fifty_from_150_adds_a_hiqqah_to_the_same_rest() {
    for (int count = 150; count <= HERD_MAX; count++) {
      assertThat(CamelZakat.of(count + 50, CamelReading.BEGINS_ANEW).first())
          .isEqualTo(CamelZakat.of(count, CamelReading.BEGINS_ANEW).first().and(1, HIQQAH));
    }
  }

  @Test
  void more_sheep_never_owe_less() {
    assertThat(IntStream.range(0, HERD_MAX))
        .allMatch(count -> sheep(SheepZakat.of(count + 1)) >= sheep(SheepZakat.of(count)));
  }

  private static int sheep(HerdZakat zakat) {
    return zakat.first().counts().getOrDefault(Animal.SHEEP, 0);
  }

  private static Set<Animals> everyWay(
      int animals, int eachYounger, Animal younger, int eachOlder, Animal older) {
    Set<Animals> ways = new HashSet<>();
    for (int young = 0; young * eachYounger <= animals; young++) {
      for (int old = 0; young * eachYounger + old * eachOlder <= animals; old++) {
        if (young * eachYounger + old * eachOlder == animals) {
          ways.add(Animals.of(young, younger).and(old, older));
        }
      }
    }
    return ways;
  }
}
