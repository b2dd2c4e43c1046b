package amanah.zakat.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.zakat.domain.rule.InputRule;
import amanah.zakat.domain.rule.PriceAge;
import amanah.zakat.domain.rule.RuleSet;
import amanah.zakat.domain.rule.RuleSetId;
import amanah.zakat.domain.rule.Source;
import amanah.zakat.domain.rule.Sourced;
import amanah.zakat.domain.rule.UnusedFields;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Profile files: what is bundled is evidenced, and what is broken is refused with clear words. */
final class ProfilesTest {

  private static final Profiles PROFILES = Profiles.bundled();
  private static final String FILE = "baznas-2026.v1.conf";

  @Test
  void the_bundled_profiles() {
    assertThat(PROFILES.newest())
        .extracting(profile -> profile.rules().id().toString())
        .containsExactly(
            "aaoifi v2", "baznas-2025 v2", "baznas-2026 v2", "hanafi-classical v2", "uk-hanafi v2");
    assertThat(PROFILES.find(Profiles.DEFAULT)).isPresent();
    assertThat(PROFILES.find("none-such")).isEmpty();
    assertThat(PROFILES.find(new RuleSetId("aaoifi", 1))).isPresent();
    assertThat(PROFILES.find(new RuleSetId("aaoifi", 3))).isEmpty();
    assertThat(PROFILES.find("aaoifi@1").orElseThrow().id()).isEqualTo(new RuleSetId("aaoifi", 1));
    assertThat(PROFILES.find("aaoifi@2")).isEqualTo(PROFILES.find("aaoifi"));
    assertThat(PROFILES.find("aaoifi@3")).isEmpty();
    assertThat(PROFILES.find("aaoifi@")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"aaoifi", "baznas-2025", "baznas-2026", "hanafi-classical", "uk-hanafi"})
  void prices_may_be_a_week_old_and_nothing_is_passed_over_but_by_the_first_version(String name) {
    InputRule now = PROFILES.find(name).orElseThrow().inputs();
    InputRule first = PROFILES.find(name + "@1").orElseThrow().inputs();

    assertThat(now.priceAgeMax().value()).isEqualTo(new PriceAge(7));
    assertThat(now.unusedFields().value()).isEqualTo(UnusedFields.REFUSED);
    assertThat(first.priceAgeMax().value()).isEqualTo(PriceAge.UNLIMITED);
    assertThat(first.unusedFields().value()).isEqualTo(UnusedFields.IGNORED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"aaoifi", "baznas-2025", "baznas-2026", "hanafi-classical", "uk-hanafi"})
  void every_number_and_choice_has_a_published_source_with_a_date(String name) {
    List<Sourced<?>> rules = sourced(PROFILES.find(name).orElseThrow());

    assertThat(rules).hasSizeGreaterThan(20);
    assertThat(rules).allMatch(rule -> rule.source() instanceof Source.Published);
  }

  @Test
  void a_newer_version_is_found_by_name_and_the_older_by_its_id() {
    Profile one = ProfileFile.parse(FILE, text());
    Profile two =
        ProfileFile.parse("baznas-2026.v2.conf", text().replace("version = 1", "version = 2"));

    Profiles profiles = Profiles.of(List.of(two, one));

    assertThat(profiles.find("baznas-2026")).contains(two.rules());
    assertThat(profiles.find(one.rules().id())).contains(one.rules());
    assertThatThrownBy(() -> Profiles.of(List.of(one, one)))
        .hasMessage("profile baznas-2026 v1 is there twice");
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
"""
# what is written                             | in its place                              | the fault
gold-grams   { value = 85, source             | gold-gram    { value = 85, source         | nisab.gold-grams.value = (missing), expected a plain number above 0, at most 1000
gold-grams   { value = 85, source = pma-31-2019 } | gold-grams { value = 85 }             | nisab.gold-grams.source = (missing), expected the name of one of the file's sources
gold-grams   { value = 85, source             | gold-grams   { value = 0, source          | nisab.gold-grams.value = 0, expected a plain number above 0, at most 1000
gold-grams   { value = 85, source             | gold-grams   { value = -85, source        | nisab.gold-grams.value = -85, expected a plain number above 0, at most 1000
gold-grams   { value = 85, source             | gold-grams   { value = 8.5e1, source      | nisab.gold-grams.value = 8.5e1, expected a plain number above 0, at most 1000
gold-grams   { value = 85, source             | gold-grams   { value = 1001, source       | nisab.gold-grams.value = 1001, expected a plain number above 0, at most 1000
gold-grams   { value = 85, source             | gold-grams   { value = 700, source        | nisab.gold-grams.value = 700, expected less than nisab.silver-grams
gold-grams   { value = 85, source             | gold-grams   { value = [85], source       | nisab.gold-grams.value = [85], expected a plain number above 0, at most 1000
basis        { value = gold, source           | basis        { value = bronze, source     | nisab.basis.value = bronze, expected gold | silver | lower-of-two
gold-grams   { value = 85, source = pma-31-2019 } | gold-grams { value = 85, source = hearsay } | nisab.gold-grams.source = hearsay, expected one of the file's sources: aaoifi-35, amanah,
gold-grams   { value = 85, source = pma-31-2019 } | gold-grams { value = 85, source = pma-31-2019, unit = g } | nisab.gold-grams.unit = g, expected no such key; known beside it: nisab.basis.source
hawl {                                        | hawle {                                   | hawl.reading.value = (missing), expected throughout | start-and-end
reading { value                               | reading { value = throughout, source = mughni }, grace { value | hawl.grace.
solar-percent { value = 2.575                 | solar-percent { value = 2.4               | year.solar-percent.value = 2.4, expected more than year.lunar-percent
mixed-percent     { value = 7.5               | mixed-percent     { value = 75            | crops.mixed-percent.value = 75, expected between crops.irrigated-percent and crops.rain-percent
percent { value = 20,                         | percent { value = 200,                    | rikaz.percent.value = 200, expected a percentage above 0, at most 100
value = "7640144 IDR"                         | value = "7640144"                         | income.nisab-month.value = 7640144, expected an amount and its currency such as 7640144 IDR
value = "7640144 IDR"                         | value = "7640144 RUPIAH"                  | income.nisab-month.value = 7640144 RUPIAH, expected an amount and its currency such as 7640144 IDR
value = "7640144 IDR"                         | value = "91681728 IDR"                    | income.nisab-month.value = 91681728.00 IDR, expected a twelfth of income.nisab-year 91681728.00 IDR
date = "2026-02-20"                           | date = "soon"                             | sources.baznas-2026-02 = baznas-2026-02, expected
title = "BAZNAS, nisab of income and services 2026", | note = "x",                        | sources.baznas-2026-02.title = (missing), expected the publication's title
sources {                                     | sources { rumour { title = "x", date = "2020" } | sources.rumour.
version = 1                                   | version = one                             | version = one, expected a whole number from 1
version = 1                                   | version = 2                               | profile = baznas-2026 v2, expected the file's name to be baznas-2026.v2.conf
profile = baznas-2026                         | profile = [                               | text = "
profile = baznas-2026                         | profile = ${HOME}                         | text = "
description = "Indonesia's                    | # "                                       | description = (missing), expected a text
""")
  void a_broken_file_is_refused(String written, String instead, String fault) {
    assertThat(text()).contains(written);
    String broken = text().replaceFirst(Pattern.quote(written), Matcher.quoteReplacement(instead));

    assertThatThrownBy(() -> ProfileFile.parse(FILE, broken))
        .isInstanceOf(ProfileFault.class)
        .hasMessageStartingWith(FILE + ": " + fault);
  }

  private static String text() {
    try (InputStream in = Objects.requireNonNull(ProfilesTest.class.getResourceAsStream(FILE))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Every sourced value in the record and in the records it holds. */
  private static List<Sourced<?>> sourced(RuleSet rules) {
    List<Sourced<?>> found = new ArrayList<>();
    collect(rules, found);
    return found;
  }

  private static void collect(Object value, List<Sourced<?>> found) {
    if (value instanceof Sourced<?> sourced) {
      found.add(sourced);
    } else if (value instanceof Record && !(value instanceof RuleSetId)) {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        collect(valueOf(component, value), found);
      }
    } else if (!(value instanceof RuleSetId)) {
      throw new AssertionError("a rule without a source: " + value);
    }
  }

  private static Object valueOf(RecordComponent component, Object holder) {
    try {
      return Objects.requireNonNull(component.getAccessor().invoke(holder));
    } catch (IllegalAccessException | InvocationTargetException unreadable) {
      throw new LinkageError("a record hides a component", unreadable);
    }
  }
}
