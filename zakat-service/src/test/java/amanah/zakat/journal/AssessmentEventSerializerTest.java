package amanah.zakat.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.journal.UnreadableEventException;
import amanah.zakat.answering.Answering;
import amanah.zakat.domain.Outcome;
import amanah.zakat.domain.assessment.AssessmentEvent;
import amanah.zakat.domain.assessment.AssessmentEvent.AssessmentMade;
import amanah.zakat.domain.assessment.Requests;
import amanah.zakat.domain.rule.NisabComparison;
import amanah.zakat.domain.wealth.Asset;
import amanah.zakat.domain.wealth.AssetType;
import amanah.zakat.rules.Profiles;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read is what was written, for everything that can be declared and found. */
final class AssessmentEventSerializerTest {

  private static final int EVENTS = 500;
  private static final Answering ANSWERING =
      Answering.of(Profiles.bundled(), Profiles.DEFAULT, NisabComparison.INCLUSIVE);

  private final AssessmentEventSerializer serializer = new AssessmentEventSerializer();
  private final ObjectMapper cbor = new ObjectMapper(new CBORFactory());

  @ParameterizedTest
  @ValueSource(longs = {1, 20_260_301, -7})
  void what_is_read_is_what_was_written(long seed) {
    AssessmentEvents events = new AssessmentEvents(seed);
    Set<String> manifests = new HashSet<>();
    for (int count = 0; count < EVENTS; count++) {
      AssessmentEvent event = events.next();
      String manifest = serializer.manifest(event);
      manifests.add(manifest);
      byte[] bytes = serializer.toBinary(event);

      AssessmentEvent read = serializer.fromBinary(bytes, manifest);

      assertThat(read).isEqualTo(event);
      assertThat(serializer.toBinary(read)).isEqualTo(bytes);
    }
    assertThat(manifests).hasSize(AssessmentEvent.class.getPermittedSubclasses().length);
  }

  /** Question, rules and figures are all that it takes. */
  @ParameterizedTest
  @ValueSource(strings = {"aaoifi", "baznas-2025", "baznas-2026", "hanafi-classical", "uk-hanafi"})
  void what_was_stored_is_found_again_from_what_it_was_stored_with(String profile) {
    AssessmentEvents events = new AssessmentEvents(profile.hashCode());
    Set<AssetType> types = EnumSet.noneOf(AssetType.class);
    for (int count = 0; count < EVENTS / 5; count++) {
      AssessmentMade stored = again(events.made(profile));
      types.addAll(
          stored.request().question().assets().stream()
              .map(Asset::type)
              .collect(Collectors.toSet()));

      Outcome<?> found =
          ANSWERING.again(
              stored.request().question(),
              stored.answer().calculation().rules(),
              stored.answer().figures());

      assertThat(found).isEqualTo(new Outcome.Answered<>(stored.answer()));
    }
    assertThat(types).containsExactlyInAnyOrder(AssetType.values());
  }

  @Test
  void an_answer_is_kept_as_one_that_was_computed() {
    AssessmentMade made = Requests.made(Requests.cash("10000"));
    AssessmentMade remembered =
        new AssessmentMade(made.request(), made.answer().fromCache(), made.at());

    assertThat(again(remembered)).isEqualTo(made);
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 3})
  void bytes_cut_short_anywhere_are_never_read_as_an_event(long seed) {
    AssessmentEvents events = new AssessmentEvents(seed);
    for (int count = 0; count < 50; count++) {
      AssessmentEvent event = events.next();
      byte[] bytes = serializer.toBinary(event);
      for (int length = 0; length < bytes.length; length += 1 + bytes.length / 100) {
        byte[] cut = Arrays.copyOf(bytes, length);
        assertThatThrownBy(() -> serializer.fromBinary(cut, serializer.manifest(event)))
            .isInstanceOf(UnreadableEventException.class);
      }
    }
  }

  @ParameterizedTest(name = "{0} {1} = {2}: {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
"""
# where                  | field       | holds              | so that
                         | extra       | "x"                | field "extra" is unknown
                         | donorId     |                    | field "donorId" is missing
                         | donorId     | "a b"              | field "donorId" has the value "a b"
/question                | asOf        | "soon"             | field "asOf" has the value "soon"
/question                | assets      |                    | field "assets" is missing
/question/assets/0       | type        | "moon"             | field "type" has the value "moon": "moon" is no AssetType, expected one of cash, gold,
/question/assets/0       | value       | "10 dollars"       | field "value" has the value "10 dollars"
/question/assets/0       | value       | "10"               | field "value" has the value "10": "10", expected minor units and a currency
/question/assets/0       | value       | 10                 | field "value" holds VALUE_NUMBER_INT, expected a text
/question/assets/0       | value       |                    | field "value" is missing
/question/assets/0       | grams       | "1"                | field "grams" is unknown
/question/settings       | year        | "martian"          | field "year" has the value "martian": "martian" is no YearKind, expected one of lunar, solar
/question/prices         | gold        | "0"                | not what can have happened
/figures                 | settings    |                    | field "settings" is missing
/figures/settings        | rounding    |                    | field "rounding" is missing
/figures/gold            | day         | "2026-02-30"       | field "day" has the value "2026-02-30"
/calculation             | exact       | "1/0"              | field "exact" has the value "1/0"
/calculation             | exact       | "2/4"              | field "exact" has the value "2/4"
/calculation             | due         | "true"             | field "due" holds VALUE_STRING, expected true or false
/calculation/pool        | due         | "perhaps"          | field "due" has the value "perhaps": "perhaps", expected true or false
/calculation/lines/0     | kind        | "gas"              | field "kind" has the value "gas": expected money, animals or kilograms
/calculation/lines/0     | rate        | "-1"               | field "rate" has the value "-1"
/calculation/deductions/0| deducted    |                    | field "deducted" is missing
""")
  void what_cannot_have_been_written_stops_loudly(
      @Nullable String where, String field, @Nullable String value, String problem)
      throws IOException {
    byte[] bytes = changed(where == null ? "" : where.trim(), field, value);

    assertThatThrownBy(() -> serializer.fromBinary(bytes, "assessment-made.v1"))
        .isInstanceOf(UnreadableEventException.class)
        .hasMessageStartingWith("assessment-made.v1: " + problem);
  }

  @Test
  void an_unknown_manifest_stops_loudly() {
    assertThatThrownBy(() -> serializer.fromBinary(new byte[0], "assessment-made.v9"))
        .hasMessageContaining("assessment-made.v9: unknown manifest");
  }

  private AssessmentMade again(AssessmentMade event) {
    return (AssessmentMade)
        serializer.fromBinary(serializer.toBinary(event), serializer.manifest(event));
  }

  private byte[] changed(String where, String field, @Nullable String value) throws IOException {
    AssessmentMade made = GoldenAssessments.full();
    JsonNode root = cbor.readTree(serializer.toBinary(made));
    ObjectNode map = (ObjectNode) root.at(where);
    if (value == null) {
      assertThat(map.remove(field)).as("%s of %s", field, where).isNotNull();
    } else {
      map.set(field, new ObjectMapper().readTree(value));
    }
    return cbor.writeValueAsBytes(root);
  }
}
