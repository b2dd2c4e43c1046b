package amanah.zakat.domain.livestock;

import static org.assertj.core.api.Assertions.assertThat;

import amanah.zakat.domain.rule.CamelReading;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rule books of livestock, one band a line; both ends of a band and all between are checked.
 */
final class HerdTableTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
  0 |  39 | none
 40 | 120 | 1 sheep
121 | 200 | 2 sheep
201 | 399 | 3 sheep
400 | 499 | 4 sheep
500 | 599 | 5 sheep
""")
  void sheep(int from, int to, String due) {
    assertThat(IntStream.rangeClosed(from, to)).allMatch(count -> words(SheepZakat.of(count), due));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
"""
  0 |  29 | none
 30 |  39 | 1 tabi'
 40 |  59 | 1 musinnah
 60 |  69 | 2 tabi'
 70 |  79 | 1 tabi' + 1 musinnah
 80 |  89 | 2 musinnah
 90 |  99 | 3 tabi'
100 | 109 | 2 tabi' + 1 musinnah
110 | 119 | 1 tabi' + 2 musinnah
120 | 129 | 4 tabi' or 3 musinnah
130 | 139 | 3 tabi' + 1 musinnah
240 | 249 | 8 tabi' or 4 tabi' + 3 musinnah or 6 musinnah
""")
  void cattle(int from, int to, String due) {
    assertThat(IntStream.rangeClosed(from, to))
        .allMatch(count -> words(CattleZakat.of(count), due));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
"""
  0 |   4 | none
  5 |   9 | 1 sheep
 10 |  14 | 2 sheep
 15 |  19 | 3 sheep
 20 |  24 | 4 sheep
 25 |  35 | 1 bint makhad
 36 |  45 | 1 bint labun
 46 |  60 | 1 hiqqah
 61 |  75 | 1 jadha'ah
 76 |  90 | 2 bint labun
 91 | 120 | 2 hiqqah
121 | 129 | 3 bint labun
130 | 139 | 2 bint labun + 1 hiqqah
140 | 149 | 1 bint labun + 2 hiqqah
150 | 159 | 3 hiqqah
160 | 169 | 4 bint labun
170 | 179 | 3 bint labun + 1 hiqqah
180 | 189 | 2 bint labun + 2 hiqqah
190 | 199 | 1 bint labun + 3 hiqqah
200 | 209 | 5 bint labun or 4 hiqqah
400 | 409 | 10 bint labun or 5 bint labun + 4 hiqqah or 8 hiqqah
""")
  void camels_by_forties_and_fifties(int from, int to, String due) {
    assertThat(IntStream.rangeClosed(from, to))
        .allMatch(count -> words(CamelZakat.of(count, CamelReading.FORTIES_AND_FIFTIES), due));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
 91 | 124 | 2 hiqqah
125 | 129 | 1 sheep + 2 hiqqah
130 | 134 | 2 sheep + 2 hiqqah
135 | 139 | 3 sheep + 2 hiqqah
140 | 144 | 4 sheep + 2 hiqqah
145 | 149 | 1 bint makhad + 2 hiqqah
150 | 154 | 3 hiqqah
155 | 159 | 1 sheep + 3 hiqqah
170 | 174 | 4 sheep + 3 hiqqah
175 | 185 | 1 bint makhad + 3 hiqqah
186 | 195 | 1 bint labun + 3 hiqqah
196 | 204 | 4 hiqqah
205 | 209 | 1 sheep + 4 hiqqah
246 | 254 | 5 hiqqah
""")
  void camels_begun_anew(int from, int to, String due) {
    assertThat(IntStream.rangeClosed(from, to))
        .allMatch(count -> words(CamelZakat.of(count, CamelReading.BEGINS_ANEW), due));
  }

  /** Where a widely used library answers otherwise. */
  @Nested
  final class WrongElsewhere {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        textBlock =
"""
 61 |  69 | 2 tabi'
 91 |  99 | 3 tabi'
101 | 109 | 2 tabi' + 1 musinnah
""")
    void cattle_between_the_tens_owe_what_the_ten_below_owes(int from, int to, String due) {
      cattle(from, to, due);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = "121 | 129 | 3 bint labun")
    void camels_from_121_to_129_owe_three_bint_labun(int from, int to, String due) {
      camels_by_forties_and_fifties(from, to, due);
    }
  }

  private static boolean words(HerdZakat zakat, String expected) {
    String words =
        zakat.isDue()
            ? zakat.choices().stream().map(Animals::toString).collect(Collectors.joining(" or "))
            : "none";
    return words.equals(expected);
  }
}
