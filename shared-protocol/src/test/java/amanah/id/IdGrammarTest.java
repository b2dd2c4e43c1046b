package amanah.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IdGrammarTest {

  private static final String ALLOWED =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";

  /** A kind of id, as its factory and as it names itself. */
  record Kind(String name, Function<String, ? extends Record> create) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Stream<Kind> kinds() {
    return Stream.of(
        new Kind("campaignId", CampaignId::of),
        new Kind("donationId", DonationId::of),
        new Kind("donorId", DonorId::of),
        new Kind("changeId", ChangeId::of),
        new Kind("refundId", RefundId::of),
        new Kind("assessmentId", AssessmentId::of),
        new Kind("distributionId", DistributionId::of),
        new Kind("publicationId", PublicationId::of));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void every_kind_of_id_holds_to_the_grammar_and_names_itself(Kind kind) {
    assertThat(kind.create().apply("agdq2014-00001")).hasToString("agdq2014-00001");
    assertThatThrownBy(() -> kind.create().apply("a b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(kind + " \"a b\" is not an id, expected 1 to 64 of [A-Za-z0-9._-]");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 36, 63, 64})
  void one_to_64_characters_are_an_id(int length) {
    assertThat(DonationId.of("x".repeat(length)).value()).hasSize(length);
  }

  @Test
  void nothing_is_no_id() {
    assertThatThrownBy(() -> DonationId.of(""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("donationId \"\" is not an id");
  }

  @ParameterizedTest
  @ValueSource(ints = {65, 66, 1_000_000})
  void more_than_64_characters_are_no_id_and_are_not_shown_in_full(int length) {
    assertThatThrownBy(() -> DonationId.of("x".repeat(length)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "donationId \""
                + "x".repeat(64)
                + "...\" of "
                + length
                + " characters is not an id, expected 1 to 64 of [A-Za-z0-9._-]");
  }

  @Test
  void every_character_is_taken_or_refused_wherever_it_stands() {
    for (int character = 0; character <= Character.MAX_VALUE; character++) {
      String one = String.valueOf((char) character);
      boolean allowed = ALLOWED.contains(one);
      for (String id : List.of(one, one + "a", "a" + one, "a" + one + "a")) {
        if (taken(id) != (allowed && !id.equals("."))) {
          throw new AssertionError("U+%04X in \"%s\"".formatted(character, id));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " a",
        "a ",
        "a\n",
        "a\0",
        "a/b",
        "../a?",
        "a%20",
        "a:b",
        "a|b",
        "a,b",
        "a@b",
        "ü",
        "ａ",
        "١",
        "\uD83C\uDF19",
        "\uD83C",
        "a\u200Bb",
        "K\u0307"
      })
  void what_looks_nearly_like_an_id_is_none(String text) {
    assertThat(taken(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {".", ".."})
  void what_vanishes_from_urls_is_no_id(String dots) {
    assertThatThrownBy(() -> DonationId.of(dots))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "donationId \""
                + dots
                + "\" is not an id, expected more than dots: it would vanish from URLs");
    assertThat(taken("...")).isTrue();
    assertThat(taken(".a")).isTrue();
  }

  @Test
  void case_matters() {
    assertThat(DonationId.of("A")).isNotEqualTo(DonationId.of("a"));
  }

  private static boolean taken(String text) {
    try {
      return DonationId.of(text).value().equals(text);
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }
}
