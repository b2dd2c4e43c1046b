package amanah.zakat.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A profile that was published never changes: assessments name its version, and are computed again
 * from it. Whoever wants another number writes a new version beside it, and adds its line here.
 */
final class PublishedProfilesTest {

  private static final String DIGESTS =
      """
      aaoifi.v1.conf           | 1d1db94d2732f6e2e7f234d5e5e0bc642dac70dd162d9af116de81e72bcfbf59
      baznas-2025.v1.conf      | 8f840ac8d1dc9d4c7d6f9667f240e865c1e73f0019a32fb5b3ffdce159dcf9ed
      baznas-2026.v1.conf      | bd572d560a25d4a2980ceacb2ae1b4b82e55ef8d9d43c4522dfd3fed75e3386d
      hanafi-classical.v1.conf | ac18fcb4a2e2dcfe91884d4a7b73b08562d5b8c15107ca6fdbe45de31b1e44df
      uk-hanafi.v1.conf        | 65849e44e68f79ec66290b44715c7cf167f6e336f091c42cf7b6d27eb3fdbfaf
      """;

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = DIGESTS)
  void a_published_profile_is_byte_for_byte_what_it_was(String file, String sha256)
      throws IOException, NoSuchAlgorithmException {
    try (InputStream profile =
        Objects.requireNonNull(PublishedProfilesTest.class.getResourceAsStream(file), file)) {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(profile.readAllBytes());

      assertThat(HexFormat.of().formatHex(digest)).isEqualTo(sha256);
    }
  }

  @Test
  void every_profile_has_its_line_here() throws IOException {
    List<String> files;
    try (Stream<Path> found = Files.list(Path.of("src/main/resources/amanah/zakat/rules"))) {
      files = found.map(path -> path.getFileName().toString()).sorted().toList();
    }

    assertThat(DIGESTS.lines().map(line -> line.substring(0, line.indexOf(' '))).toList())
        .isEqualTo(files);
    assertThat(
            Profiles.bundled().newest().stream()
                .map(profile -> profile.rules().id())
                .map(id -> id.profile() + ".v" + id.version() + ".conf"))
        .isSubsetOf(files);
  }
}
