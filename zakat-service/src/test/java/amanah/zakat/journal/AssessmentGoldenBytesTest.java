package amanah.zakat.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import amanah.zakat.answering.Answering;
import amanah.zakat.domain.Outcome;
import amanah.zakat.domain.assessment.AssessmentEvent;
import amanah.zakat.domain.assessment.AssessmentEvent.AssessmentMade;
import amanah.zakat.domain.rule.NisabComparison;
import amanah.zakat.rules.Profiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes that journals hold since the first release; none of these files may ever change. */
final class AssessmentGoldenBytesTest {

  private static final int HEX_WIDTH = 96;
  private static final long SEED = 1447;
  private static final Answering ANSWERING =
      Answering.of(Profiles.bundled(), Profiles.DEFAULT, NisabComparison.INCLUSIVE);

  private final AssessmentEventSerializer serializer = new AssessmentEventSerializer();

  // spotless:off
  static Stream<Arguments> events() {
    return Stream.of(
        Arguments.of("assessment-made.v1", "full", GoldenAssessments.full()),
        Arguments.of("assessment-made.v1", "least", GoldenAssessments.least()),
        Arguments.of("payment-received.v1", "full", GoldenAssessments.received()),
        Arguments.of("payment-received.v1", "named", GoldenAssessments.named()),
        Arguments.of("payment-returned.v1", "full", GoldenAssessments.returned()));
  }

  // spotless:on

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("events")
  void an_event_is_written_as_the_golden_bytes(
      String manifest, String variant, AssessmentEvent event) {
    assertThat(serializer.manifest(event)).isEqualTo(manifest);
    assertThat(hex(serializer.toBinary(event))).isEqualTo(golden(manifest, variant, event));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("events")
  void golden_bytes_are_read_as_the_event(String manifest, String variant, AssessmentEvent event) {
    assertThat(serializer.fromBinary(bytes(golden(manifest, variant, event)), manifest))
        .isEqualTo(event);
  }

  /**
   * An assessment that was stored under each profile, with every type of asset: the rules of then
   * find the same answer now, to the last word, and it has the same bytes.
   */
  @ParameterizedTest
  @ValueSource(strings = {"aaoifi", "baznas-2025", "baznas-2026", "hanafi-classical", "uk-hanafi"})
  void a_stored_assessment_is_found_again_from_question_rules_and_figures(String profile) {
    String golden = golden("assessment-made.v1", profile, new AssessmentEvents(SEED).made(profile));

    AssessmentMade stored =
        (AssessmentMade) serializer.fromBinary(bytes(golden), "assessment-made.v1");
    Outcome<?> again =
        ANSWERING.again(
            stored.request().question(),
            stored.answer().calculation().rules(),
            stored.answer().figures());

    assertThat(stored.request().question().profile()).contains(profile);
    assertThat(again).isEqualTo(new Outcome.Answered<>(stored.answer()));
    assertThat(hex(serializer.toBinary(stored))).isEqualTo(golden);
  }

  private String golden(String manifest, String variant, AssessmentEvent event) {
    String name = "/golden/" + manifest + "." + variant + ".hex";
    try (InputStream file = AssessmentGoldenBytesTest.class.getResourceAsStream(name)) {
      return file == null
          ? fail("no file " + name + "; for a new format it is\n" + hex(serializer.toBinary(event)))
          : new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes).replaceAll("(.{1," + HEX_WIDTH + "})", "$1\n");
  }
}
